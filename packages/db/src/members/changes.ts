import { and, eq, exists, inArray, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import { memberReferences } from '../content'
import { roleOfMember } from './role-of-member'
import { user } from '../accounts/table'
import { member } from './table'
import { organizationRole } from '../roles/table'
import type { ExclusiveTenantDb } from '../tenancy/tenant'
import { isUuid } from '../query/uuid'

/** A role as it is given: what decides who may give it. */
export interface GivenRole {
  role: string
  customRole: { permissions: unknown } | null
}

/** What decides who may act on a member. */
export interface MemberAuthority extends GivenRole {
  id: string
}

/**
 * Locks the members until the transaction ends, so that what is decided about them stays true, and waits for what they
 * are writing. Not for rows that are just being given to them: those are locked already, and a removal takes them first.
 * IDs that are not the organization's are left out.
 */
export async function lockMembers(db: ExclusiveTenantDb, ids: string[]): Promise<MemberAuthority[]> {
  return db
    .select({
      id: member.id,
      role: member.role,
      customRole: { permissions: organizationRole.permissions },
    })
    .from(member)
    .leftJoin(organizationRole, roleOfMember)
    .where(and(ofOrganization(db), inArray(member.id, ids.filter(isUuid))))
    .orderBy(member.id)
    .for('no key update', { of: member })
}

/** A member and the role they are to get: what decides whether they may get it. */
export interface RoleChange {
  member: MemberAuthority
  granted: GivenRole
}

/**
 * Locks a member until the transaction ends and reads the role to give. A UUID is one of the organization's own roles;
 * those need no lock, because they only change in an exclusive scope.
 * @returns nothing when the member or the role isn't the organization's
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
 * Gives a member a role: the name of a built-in one, or the ID of one of the organization's own.
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
 * Ends a membership. Rows that name the member are cleared of them; what they made stays theirs. Those rows are locked
 * before the member, as everything does that names a member in a row: in another order the two could deadlock.
 * @returns how many rows named the member
 * @throws ConflictError LAST_OWNER
 */
export async function removeMember(db: ExclusiveTenantDb, memberId: string): Promise<number> {
  const itself = and(ofOrganization(db), eq(member.id, memberId))
  const references = memberReferences().map((reference) => ({
    ...reference,
    theirs: and(eq(reference.organizationId, member.organizationId), eq(reference.userId, member.userId)),
  }))
  // With a lock in it, PostgreSQL runs each of these first; and only because it is asked about.
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
 * Makes the member of that address an owner and the acting owner an admin, in one statement.
 * @returns false, and changes nothing, when no other member has that address
 */
export async function transferOwnership(db: ExclusiveTenantDb, email: string): Promise<boolean> {
  const { membership } = db.tenant
  const recipient = db
    .select({ id: member.id })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(ofOrganization(db), eq(user.email, email), ne(member.id, membership.id)))
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
