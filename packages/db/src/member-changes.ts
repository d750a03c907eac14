import { and, eq, exists, inArray, ne, or, sql } from 'drizzle-orm'
import { ConflictError } from './conflict-error'
import { violatedConstraint } from './database-error'
import { roleOfMember } from './role-of-member'
import { member, organizationRole, user } from './schema'
import type { ExclusiveTenantDb, TenantDb } from './tenant'
import { isUuid } from './uuid'

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
 * are writing. Ids that are not the organization's are left out.
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
    .for('update', { of: member })
}

/**
 * The roles that a call names: one of the organization's own by its id, every other by its name. Its own are locked, so
 * that what they allow stays as it was judged; those that are not the organization's are left out.
 */
export async function lockRolesToGive(db: TenantDb, roles: string[]): Promise<GivenRole[]> {
  const named = roles.filter((role) => !isUuid(role)).map((role) => ({ role, customRole: null }))
  const ids = roles.filter(isUuid)
  if (ids.length === 0) return named
  const own = await db
    .select({ permissions: organizationRole.permissions })
    .from(organizationRole)
    .where(
      and(eq(organizationRole.organizationId, db.tenant.organization.id), inArray(organizationRole.id, ids)),
    )
    .orderBy(organizationRole.id)
    .for('share')
  return [...named, ...own.map((customRole) => ({ role: 'custom', customRole }))]
}

/**
 * @param role as `lockRolesToGive` takes it
 * @throws LastOwnerError
 */
export async function changeRole(db: ExclusiveTenantDb, memberId: string, role: string): Promise<void> {
  const given = isUuid(role) ? { role: 'custom', customRoleId: role } : { role, customRoleId: null }
  await keepingAnOwner(
    db
      .update(member)
      .set(given)
      .where(and(ofOrganization(db), eq(member.id, memberId))),
  )
}

/**
 * Ends a membership. What they were to do is nobody's from then on; what they made stays theirs.
 * @returns how many tasks lost their assignee
 * @throws LastOwnerError
 */
export async function removeMember(db: ExclusiveTenantDb, memberId: string): Promise<number> {
  const [removed] = await keepingAnOwner(
    db
      .delete(member)
      .where(and(ofOrganization(db), eq(member.id, memberId)))
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
