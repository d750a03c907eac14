import { and, eq, exists, inArray, ne, not, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import { memberReferences } from '../content'
import { roleOfMember } from './role-of-member'
import { isBanned } from '../accounts/ban'
import { user } from '../accounts/table'
import { member } from './table'
import { organizationRole } from '../roles/table'
import type { ExclusiveTenantDb } from '../tenancy/tenant'
import { isUuid } from '../query/uuid'

/** The facts about a role that decide who may grant it. */
export interface GivenRole {
  role: string
  customRole: { permissions: unknown } | null
}

/** The facts that decide who may act on a member. */
export interface MemberAuthority extends GivenRole {
  id: string
  customRoleId: string | null
}

/**
 * Locks the members until the transaction ends, so decisions about them stay true, and waits for their running writes. It
 * doesn't wait for rows that are being assigned to them, which a removal locks first.
 * Leaves out IDs of other organizations.
 */
export async function lockMembers(db: ExclusiveTenantDb, ids: string[]): Promise<MemberAuthority[]> {
  return db
    .select({
      id: member.id,
      role: member.role,
      customRoleId: member.customRoleId,
      customRole: { permissions: organizationRole.permissions },
    })
    .from(member)
    .leftJoin(organizationRole, roleOfMember)
    .where(and(ofOrganization(db), inArray(member.id, ids.filter(isUuid))))
    .orderBy(member.id)
    .for('no key update', { of: member })
}

/** A member and their new role: the facts that decide whether they may get it. */
export interface RoleChange {
  member: MemberAuthority
  granted: GivenRole
}

/**
 * Locks a member until the transaction ends and reads the role to grant. A UUID is a custom role, which needs no lock,
 * because roles only change in an exclusive scope.
 * @returns nothing when the organization doesn't have the member or the role
 */
export async function lockRoleChange(
  db: ExclusiveTenantDb,
  memberId: string,
  role: string,
): Promise<RoleChange[]> {
  if (!isUuid(role)) {
    const members = await lockMembers(db, [memberId])
    return members.map((found) => ({ member: found, granted: { role, customRole: null } }))
  }
  const granted = alias(organizationRole, 'granted')
  const rows = await db
    .select({
      id: member.id,
      role: member.role,
      customRoleId: member.customRoleId,
      customRole: { permissions: organizationRole.permissions },
      granted: { permissions: granted.permissions },
    })
    .from(member)
    .innerJoin(granted, and(eq(granted.organizationId, member.organizationId), eq(granted.id, role)))
    .leftJoin(organizationRole, roleOfMember)
    .where(and(ofOrganization(db), inArray(member.id, [memberId].filter(isUuid))))
    .for('no key update', { of: member })
  return rows.map(({ granted: customRole, ...found }) => ({
    member: found,
    granted: { role: 'custom', customRole },
  }))
}

/**
 * Sets a member's role: a built-in one by name, a custom one by ID.
 * @throws ConflictError LAST_OWNER
 */
export async function changeRole(db: ExclusiveTenantDb, memberId: string, role: string): Promise<void> {
  const values = isUuid(role) ? { role: 'custom', customRoleId: role } : { role, customRoleId: null }
  await keepingAnOwner(
    db
      .update(member)
      .set(values)
      .where(and(ofOrganization(db), eq(member.id, memberId))),
  )
}

/**
 * Ends a membership. Clears columns that refer to the member, except the creator. Locks those rows before the member, like
 * everything that writes such a reference; another order could deadlock.
 * @returns the number of rows that referred to the member
 * @throws ConflictError LAST_OWNER
 */
export async function removeMember(db: ExclusiveTenantDb, memberId: string): Promise<number> {
  const itself = and(ofOrganization(db), eq(member.id, memberId))
  const references = memberReferences().map((reference) => ({
    ...reference,
    theirs: and(eq(reference.organizationId, member.organizationId), eq(reference.userId, member.userId)),
  }))
  // PostgreSQL runs these first because they lock, and only if the statement refers to them.
  const holding = references.map(
    ({ table, id, theirs }) => sql` AND (SELECT count(*) FROM (
      SELECT ${id} FROM ${table} JOIN ${member} ON ${theirs} WHERE ${itself} ORDER BY ${id} FOR UPDATE OF ${table}
    ) held) >= 0`,
  )
  const counts = references.map(
    ({ table, theirs }) => sql` + (SELECT count(*)::int FROM ${table} WHERE ${theirs})`,
  )
  const [removed] = await keepingAnOwner(
    db.execute<{ cleared: number }>(sql`
      DELETE FROM ${member} WHERE ${itself}${sql.join(holding)} RETURNING 0${sql.join(counts)} AS cleared`),
  )
  if (!removed) throw new Error('The member was not locked before the removal.')
  return removed.cleared
}

/**
 * Makes the member with this email an owner and the acting owner an admin, in one statement.
 * @returns false, without changes, when no other member has this email, or when that member's account is suspended
 */
export async function transferOwnership(db: ExclusiveTenantDb, email: string): Promise<boolean> {
  const { membership } = db.tenant
  const recipient = db
    .select({ id: member.id })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(ofOrganization(db), eq(user.email, email), ne(member.id, membership.id), not(isBanned(user))))
  const { count } = await db
    .update(member)
    .set({
      role: sql`CASE WHEN ${member.id} = ${membership.id} THEN 'admin' ELSE 'owner' END`,
      customRoleId: null,
    })
    .where(or(inArray(member.id, recipient), and(eq(member.id, membership.id), exists(recipient))))
  return count === 2
}

function ofOrganization(db: ExclusiveTenantDb) {
  return eq(member.organizationId, db.tenant.organization.id)
}

async function keepingAnOwner<T>(statement: PromiseLike<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    if (violatedConstraint(error) === 'organization_has_owner') throw new ConflictError('LAST_OWNER')
    throw error
  }
}
