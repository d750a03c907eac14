import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { ConflictError } from '../connection/conflict-error'
import { refusingRoles } from './errors'
import { invitation } from '../invitations/table'
import { member } from '../members/table'
import { organizationRole } from './table'
import type { TenantDb } from '../tenancy/tenant'
import { isUuid } from '../query/uuid'

export interface RoleRow {
  id: string
  name: string
  /** As stored; `@kit/auth` parses it. */
  permissions: unknown
  /** The number of members with this role. */
  members: number
}

export interface RoleValues {
  name: string
  permissions: object
}

/** Returns the organization's custom roles, by name. `roleBounds` limits their number. */
export async function listRoles(db: TenantDb): Promise<RoleRow[]> {
  return db
    .select({
      id: organizationRole.id,
      name: organizationRole.name,
      permissions: organizationRole.permissions,
      members: holders(db),
    })
    .from(organizationRole)
    .where(ofOrganization(db))
    .orderBy(asc(sql`lower(${organizationRole.name})`), asc(organizationRole.id))
}

/** Returns one role, or undefined when the organization doesn't have it. */
export async function findRole(db: TenantDb, id: string): Promise<RoleRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await db
    .select({
      id: organizationRole.id,
      name: organizationRole.name,
      permissions: organizationRole.permissions,
      members: holders(db),
    })
    .from(organizationRole)
    .where(among(db, [id]))
  return row
}

/**
 * Locks the roles until the transaction ends, so they don't change and aren't granted in the meantime. Leaves out IDs of other
 * organizations. Locks in order of ID, so two calls never deadlock.
 */
export async function lockRoles(
  db: TenantDb,
  ids: string[],
): Promise<{ id: string; name: string; permissions: unknown }[]> {
  return db
    .select({
      id: organizationRole.id,
      name: organizationRole.name,
      permissions: organizationRole.permissions,
    })
    .from(organizationRole)
    .where(among(db, ids))
    .orderBy(organizationRole.id)
    .for('update')
}

/**
 * Creates a role. The creator is the current member. If a role has the ID already, it stays as it is.
 * @throws ConflictError ROLE_NAME_TAKEN, TOO_MANY_ROLES
 */
export async function createRole(
  db: TenantDb,
  { name, permissions }: RoleValues,
  id: string = randomUUID(),
): Promise<{ id: string }> {
  const { organization, membership } = db.tenant
  await refusingRoles(
    db
      .insert(organizationRole)
      .values({ id, organizationId: organization.id, name, permissions, createdBy: membership.userId })
      .onConflictDoNothing({ target: organizationRole.id }),
  )
  return { id }
}

/**
 * Sets a role's name, permissions or both. They apply to its members from their next call.
 * @throws ConflictError ROLE_NAME_TAKEN
 */
export async function updateRole(
  db: TenantDb,
  id: string,
  { name, permissions }: Partial<RoleValues>,
): Promise<void> {
  if (name === undefined && permissions === undefined) return
  await refusingRoles(
    db
      .update(organizationRole)
      .set({ name, permissions, updatedAt: sql`now()` })
      .where(among(db, [id])),
  )
}

/**
 * Deletes a role that no member or pending invitation has. Lock it with `lockRoles` first for an exact count; without the
 * lock, the foreign keys still refuse.
 * @throws ConflictError ROLE_IN_USE
 */
export async function deleteRole(db: TenantDb, id: string): Promise<void> {
  if (!isUuid(id)) return
  const organizationId = db.tenant.organization.id
  const [held] = await refusingRoles(
    db.execute<{ members: number; invitations: number }>(sql`
      WITH held AS (
        SELECT
          (SELECT count(*)::int FROM ${member}
            WHERE organization_id = ${organizationId} AND custom_role_id = ${id}) AS members,
          (SELECT count(*)::int FROM ${invitation}
            WHERE organization_id = ${organizationId} AND custom_role_id = ${id} AND status = 'pending') AS invitations
      ), gone AS (
        DELETE FROM ${organizationRole} USING held
        WHERE organization_id = ${organizationId} AND id = ${id} AND members + invitations = 0
      )
      SELECT members, invitations FROM held`),
  )
  if (held && held.members + held.invitations > 0) throw new ConflictError('ROLE_IN_USE', { ...held })
}

function holders(db: TenantDb) {
  return db.$count(
    member,
    and(
      eq(member.organizationId, organizationRole.organizationId),
      eq(member.customRoleId, organizationRole.id),
    ),
  )
}

function ofOrganization(db: TenantDb) {
  return eq(organizationRole.organizationId, db.tenant.organization.id)
}

function among(db: TenantDb, ids: string[]) {
  return and(ofOrganization(db), inArray(organizationRole.id, ids.filter(isUuid)))
}
