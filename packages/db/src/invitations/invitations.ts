import { and, eq, inArray, sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import { makeInvitationToken } from './token'
import { invitationBounds } from './values'
import type { GivenRole } from '../members/changes'
import { roleInvitedTo, roleOfInvitation } from './role-of-invitation'
import { invitation } from './table'
import { organizationRole } from '../roles/table'
import type { TenantDb } from '../tenancy/tenant'
import { isUuid } from '../query/uuid'

/** What decides who may send an invitation again, or cancel it. */
export interface InvitationAuthority extends GivenRole {
  id: string
}

/** What goes into the mail. The token is nowhere else: only its hash is stored. */
export interface MailedInvitation {
  email: string
  /** As people read it. */
  role: string
  token: string
}

/** An invitation that is to be sent: what decides whether that is allowed, and what its mail holds. */
export interface SentInvitation extends InvitationAuthority {
  mail: MailedInvitation
}

const expiry = sql`now() + make_interval(days => ${invitationBounds.lifetimeDays})`

/**
 * Invites an address to a role: one of the organization's own by its id, every other by its name. One statement, so that
 * of many at once for one address the database lets one through; an invitation whose time is over gives way. It keeps the
 * pace of its inviter as well, which a call of the limiter would take another statement for. Whether the address has an
 * account anywhere else is not asked.
 *
 * It holds the role that it is to, as it is now, so a rule may be asked about what it returns: the invitation goes with
 * the transaction when the rule says no.
 * @returns the invitation, or none when the role is not the organization's
 * @throws ConflictError ALREADY_A_MEMBER, INVITED_TOO_MANY, ALREADY_INVITED
 */
export async function createInvitation(
  db: TenantDb,
  { email, role }: { email: string; role: string },
): Promise<SentInvitation[]> {
  const { organization, membership } = db.tenant
  const [name, customRoleId] = isUuid(role) ? ['custom', role] : [role, null]
  const { token, tokenHash } = makeInvitationToken()
  const [outcome] = await db.execute<{
    made: { id: string; role: string; readable: string; customRole: GivenRole['customRole'] } | null
    known: boolean
    over: boolean
    given: boolean
  }>(sql`
    WITH own AS (
      SELECT name, permissions FROM organization_role
      WHERE organization_id = ${organization.id} AND id = ${customRoleId}::uuid
      FOR SHARE
    ), given AS (
      SELECT name AS readable, json_build_object('permissions', permissions) AS custom_role FROM own
      UNION ALL SELECT ${name}, NULL WHERE ${customRoleId}::uuid IS NULL
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
      FROM pace, given WHERE NOT over AND NOT EXISTS (SELECT FROM known)
      ON CONFLICT (organization_id, email) WHERE status = 'pending' DO UPDATE SET
        inviter_id = ${membership.userId}::uuid, role = ${name}, custom_role_id = ${customRoleId}::uuid,
        token_hash = ${tokenHash}, expires_at = ${expiry}, created_at = now(), sent_count = 1
      WHERE present.expires_at <= now()
      RETURNING id, role
    )
    SELECT EXISTS (SELECT FROM given) AS given, EXISTS (SELECT FROM known) AS known, over,
      (SELECT json_build_object('id', id, 'role', role, 'readable', readable, 'customRole', custom_role)
        FROM made, given) AS made
    FROM pace`)
  if (!outcome?.given) return []
  if (outcome.known) throw new ConflictError('ALREADY_A_MEMBER')
  if (outcome.over) throw new ConflictError('INVITED_TOO_MANY')
  if (!outcome.made) throw new ConflictError('ALREADY_INVITED')
  const { readable, ...authority } = outcome.made
  return [{ ...authority, mail: { email, role: readable, token } }]
}

/** Locks invitations that are pending or expired until the transaction ends. What is settled is left out. */
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
 * Gives open invitations a new secret and their full time, in the name of the member whose scope this is: whoever sends
 * it again answers for it. What is settled is left out.
 *
 * It locks what it changes, as `lockInvitations` does, so a rule may be asked about what it returns: the change goes with
 * the transaction when the rule says no.
 * @throws ConflictError INVITATION_SENT_TOO_OFTEN
 */
export async function renewInvitations(db: TenantDb, ids: string[]): Promise<SentInvitation[]> {
  const renewed = await Promise.all(ids.filter(isUuid).map((id) => renew(db, id)))
  return renewed.flat()
}

async function renew(db: TenantDb, id: string): Promise<SentInvitation[]> {
  const { token, tokenHash } = makeInvitationToken()
  try {
    const rows = await db
      .update(invitation)
      .set({
        inviterId: db.tenant.membership.userId,
        tokenHash,
        expiresAt: expiry,
        sentCount: sql`${invitation.sentCount} + 1`,
      })
      .where(and(ofOrganization(db), eq(invitation.id, id), isOpen))
      .returning({
        id: invitation.id,
        email: invitation.email,
        role: roleInvitedTo,
        readable: readableRole(invitation.role, invitation.customRoleId),
        customRole: sql<GivenRole['customRole']>`(SELECT json_build_object('permissions', permissions)
          FROM ${organizationRole} WHERE ${organizationRole.id} = ${invitation.customRoleId})`,
      })
    return rows.map(({ email, readable, ...authority }) => ({
      ...authority,
      mail: { email, role: readable, token },
    }))
  } catch (error) {
    if (violatedConstraint(error) === 'invitation_sent_count')
      throw new ConflictError('INVITATION_SENT_TOO_OFTEN')
    throw error
  }
}

/** @returns how many there were to cancel, one or none */
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
