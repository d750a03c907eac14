import { and, eq, exists, inArray, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import { roleOfMember } from './role-of-member'
import { user } from '../accounts/table'
import { member } from './table'
import { organizationRole } from '../roles/table'
import { task } from '../tasks/table'
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

/** The organization would be left without an owner. The transaction can only roll back. */
export class LastOwnerError extends ConflictError {
  override name = 'LastOwnerError'
  override message =
    'This is the last owner. Transfer the ownership to another member first, or delete the organization.'
}

/**
 * Locks the members until the transaction ends, so that what is decided about them stays true, and waits for what they
 * are writing. Not for what is being given to them: whoever does that holds tasks, which a removal takes first. Ids that
 * are not the organization's are left out.
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
 * @throws LastOwnerError
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
 * Ends a membership. What they were to do is nobody's from then on; what they made stays theirs. Their tasks are locked
 * before that, as by everybody who gives tasks to somebody: in another order the two could wait for each other.
 * @returns how many tasks lost their assignee
 * @throws LastOwnerError
 */
export async function removeMember(db: ExclusiveTenantDb, memberId: string): Promise<number> {
  // With a lock in it, Postgres does this first; and only because it is asked about.
  const theirs = db.$with('theirs').as(
    db
      .select({ id: task.id })
      .from(task)
      .innerJoin(
        member,
        and(eq(member.organizationId, task.organizationId), eq(member.userId, task.assigneeId)),
      )
      .where(and(ofOrganization(db), eq(member.id, memberId)))
      .orderBy(task.id)
      .for('update', { of: task }),
  )
  const [removed] = await keepingAnOwner(
    db
      .with(theirs)
      .delete(member)
      .where(and(ofOrganization(db), eq(member.id, memberId), sql`(SELECT count(*) FROM ${theirs}) >= 0`))
      .returning({
        // By hand: Drizzle leaves the table out of a column's name here, and each would be compared with itself.
        unassigned: sql<number>`(SELECT count(*)::int FROM task
          WHERE task.organization_id = member.organization_id AND task.assignee_id = member.user_id)`,
      }),
  )
  if (!removed) throw new Error('The member was not locked before the removal.')
  return removed.unassigned
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
    if (violatedConstraint(error) === 'organization_has_owner') throw new LastOwnerError()
    throw error
  }
}
