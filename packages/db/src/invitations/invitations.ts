import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import { makeInvitationToken } from './token'
import { invitationBounds } from './values'
import { mail } from '../mail/table'
import type { GivenRole } from '../members/changes'
import { roleInvitedTo, roleOfInvitation } from './role-of-invitation'
import { invitation } from './table'
import { organizationRole } from '../roles/table'
import type { TenantDb } from '../tenancy/tenant'
import { isUuid } from '../query/uuid'

/** The facts that decide who may resend or cancel an invitation. */
export interface InvitationAuthority extends GivenRole {
  id: string
}

/** The content of the mail. The token exists nowhere else; only its hash is stored. */
export interface MailedInvitation {
  id: string
  email: string
  /** The role's display name. */
  role: string
  token: string
}

export interface NewInvitation {
  email: string
  /** A built-in role's name, or a custom role's ID. */
  role: string
  /** The ID of the email that the caller queues next, by which a form that is sent again is recognized. */
  mailId?: string
}

/** Throws when the member may not grant the role, which rolls the write back. */
export type RoleRule = (role: GivenRole) => void

const expiry = sql`now() + make_interval(days => ${invitationBounds.lifetimeDays})`

/**
 * Invites an email to a role. One statement, so the database accepts one of many parallel invitations for an email and
 * replaces an expired one. It also counts the inviter's hourly limit, which would cost the limiter another statement. It
 * never checks whether the email has an account.
 *
 * Locks the role, so the facts passed to `assertAllowed` stay true until the transaction ends.
 * @returns what to mail; 'repeated' when an invitation's email with the ID was queued before; undefined when the
 * organization doesn't have the role
 * @throws ConflictError ALREADY_A_MEMBER, INVITED_TOO_MANY, ALREADY_INVITED; whatever `assertAllowed` throws
 */
export async function createInvitation(
  db: TenantDb,
  { email, role, mailId = randomUUID() }: NewInvitation,
  assertAllowed: RoleRule,
): Promise<MailedInvitation | 'repeated' | undefined> {
  const { organization, membership } = db.tenant
  const [name, customRoleId] = isUuid(role) ? ['custom', role] : [role, null]
  const { token, tokenHash } = makeInvitationToken()
  const [outcome] = await db.execute<{
    given: { readable: string; customRole: GivenRole['customRole'] } | null
    repeated: boolean
    known: boolean
    over: boolean
    id: string | null
  }>(sql`
    WITH own AS (
      SELECT name, permissions FROM organization_role
      WHERE organization_id = ${organization.id} AND id = ${customRoleId}::uuid
      FOR SHARE
    ), given AS (
      SELECT name AS readable, json_build_object('permissions', permissions) AS custom_role FROM own
      UNION ALL SELECT ${name}, NULL WHERE ${customRoleId}::uuid IS NULL
    ), repeated AS (
      SELECT FROM mail WHERE id = ${mailId}
    ), known AS (
      SELECT FROM member JOIN "user" ON "user".id = member.user_id
      WHERE member.organization_id = ${organization.id} AND "user".email = ${email}
    ), pace AS (
      SELECT count(*) >= ${invitationBounds.mostAnHour} AS over FROM invitation
      WHERE organization_id = ${organization.id} AND inviter_id = ${membership.userId}
        AND created_at > now() - interval '1 hour'
    ), made AS (
      INSERT INTO invitation AS present (organization_id, inviter_id, email, role, custom_role_id, token_hash, expires_at)
      SELECT ${organization.id}::uuid, ${membership.userId}::uuid, ${email}, ${name}, ${customRoleId}::uuid,
        ${tokenHash}, ${expiry}
      FROM pace, given
      WHERE NOT over AND NOT EXISTS (SELECT FROM known) AND NOT EXISTS (SELECT FROM repeated)
      ON CONFLICT (organization_id, email) WHERE status = 'pending' DO UPDATE SET
        inviter_id = ${membership.userId}::uuid, role = ${name}, custom_role_id = ${customRoleId}::uuid,
        token_hash = ${tokenHash}, expires_at = ${expiry}, created_at = now(), sent_count = 1
      WHERE present.expires_at <= now()
      RETURNING id
    )
    SELECT EXISTS (SELECT FROM repeated) AS repeated, EXISTS (SELECT FROM known) AS known, over, (SELECT id FROM made) AS id,
      (SELECT json_build_object('readable', readable, 'customRole', custom_role) FROM given) AS given
    FROM pace`)
  if (!outcome?.given) return undefined
  const { readable, customRole } = outcome.given
  assertAllowed({ role: name, customRole })
  // Another statement, because the first one saw nothing that committed while it waited.
  if (outcome.repeated || (!outcome.id && (await wasQueued(db, mailId)))) return 'repeated'
  if (outcome.known) throw new ConflictError('ALREADY_A_MEMBER')
  if (outcome.over) throw new ConflictError('INVITED_TOO_MANY')
  if (!outcome.id) throw new ConflictError('ALREADY_INVITED')
  return { id: outcome.id, email, role: readable, token }
}

async function wasQueued(db: TenantDb, mailId: string): Promise<boolean> {
  return (await db.select({ id: mail.id }).from(mail).where(eq(mail.id, mailId))).length > 0
}

/** Locks pending and expired invitations until the transaction ends. Leaves out settled ones. */
export async function lockInvitations(db: TenantDb, ids: string[]): Promise<InvitationAuthority[]> {
  return db
    .select({
      id: invitation.id,
      role: roleInvitedTo,
      customRole: { permissions: organizationRole.permissions },
    })
    .from(invitation)
    .leftJoin(organizationRole, roleOfInvitation)
    .where(and(ofOrganization(db), inArray(invitation.id, ids.filter(isUuid)), isOpen))
    .orderBy(invitation.id)
    .for('update', { of: invitation })
}

/**
 * Gives an open invitation a new token and expiry, with the current member as inviter. Locks the invitation, like
 * `lockInvitations`, before it calls `assertAllowed` with its role.
 * @returns what to mail, or undefined when the organization has no such open invitation
 * @throws ConflictError INVITATION_SENT_TOO_OFTEN; whatever `assertAllowed` throws
 */
export async function renewInvitation(
  db: TenantDb,
  id: string,
  assertAllowed: RoleRule,
): Promise<MailedInvitation | undefined> {
  if (!isUuid(id)) return undefined
  const { token, tokenHash } = makeInvitationToken()
  try {
    const [renewed] = await db
      .update(invitation)
      .set({
        inviterId: db.tenant.membership.userId,
        tokenHash,
        expiresAt: expiry,
        sentCount: sql`${invitation.sentCount} + 1`,
      })
      .where(and(ofOrganization(db), eq(invitation.id, id), isOpen))
      .returning({
        email: invitation.email,
        role: roleInvitedTo,
        readable: readableRole(invitation.role, invitation.customRoleId),
        customRole: sql<GivenRole['customRole']>`(SELECT json_build_object('permissions', permissions)
          FROM ${organizationRole} WHERE ${organizationRole.id} = ${invitation.customRoleId})`,
      })
    if (!renewed) return undefined
    const { email, readable, role, customRole } = renewed
    assertAllowed({ role, customRole })
    return { id, email, role: readable, token }
  } catch (error) {
    if (violatedConstraint(error) === 'invitation_sent_count')
      throw new ConflictError('INVITATION_SENT_TOO_OFTEN')
    throw error
  }
}

/** @returns the number of canceled invitations, 0 or 1 */
export async function cancelInvitation(db: TenantDb, id: string): Promise<number> {
  const { count } = await db
    .update(invitation)
    .set({ status: 'canceled' })
    .where(and(ofOrganization(db), eq(invitation.id, id), isOpen))
  return count
}

function readableRole(role: SQLWrapper, customRoleId: SQLWrapper) {
  return sql<string>`coalesce((SELECT name FROM ${organizationRole}
    WHERE ${organizationRole.id} = ${customRoleId}), ${role})`
}

const isOpen = eq(invitation.status, 'pending')

function ofOrganization(db: TenantDb) {
  return eq(invitation.organizationId, db.tenant.organization.id)
}
