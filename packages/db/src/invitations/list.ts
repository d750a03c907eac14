import { and, desc, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { invitationState } from './state'
import { mailTrouble } from './mail-trouble'
import type { InvitationState, MailTrouble } from './values'
import { customRolesAsJson } from '../members/members'
import type { CustomRole } from '../members/members'
import { roleInvitedTo, roleOfInvitation } from './role-of-invitation'
import { user } from '../accounts/table'
import { mail } from '../mail/table'
import { invitation } from './table'
import { organizationRole } from '../roles/table'
import type { Membership, TenantDb } from '../tenancy/tenant'
import { isUuid } from '../query/uuid'

export interface InvitationRow {
  id: string
  email: string
  role: string
  /** As in `Membership`; also null if the role was deleted after the invitation was settled. */
  customRole: Membership['customRole']
  state: InvitationState
  mailTrouble: MailTrouble | null
  /** Null if the inviter is no longer a member, because the organization may not read other users' names. */
  inviter: string | null
  createdAt: Date
  expiresAt: Date
}

export interface InvitationQuery {
  state?: InvitationState
  /** From an `InvitationPage`. Any other text gives the first page. */
  cursor?: string
  /** Invitations on a page, 1 to 100. */
  limit: number
}

export interface InvitationPage {
  invitations: InvitationRow[]
  /** The organization's custom roles. */
  customRoles: CustomRole[]
  nextCursor: string | null
}

/** An invitation as the statement below returns it. */
type FlatInvitation = Omit<InvitationRow, 'customRole' | 'mailTrouble' | 'createdAt' | 'expiresAt'> & {
  custom_role: Membership['customRole']
  mail_trouble: MailTrouble | null
  created_at: string
  expires_at: string
}

/**
 * Returns a page of the organization's invitations, newest first, and its custom roles. One statement, because a page can run
 * only six and the gate uses five.
 */
export async function listInvitations(db: TenantDb, query: InvitationQuery): Promise<InvitationPage> {
  const limit = Math.min(Math.max(Math.trunc(query.limit) || 1, 1), 100)
  const page = db
    .select({
      id: invitation.id,
      email: invitation.email,
      role: roleInvitedTo.as('role'),
      customRole:
        sql`CASE WHEN ${organizationRole.id} IS NOT NULL THEN json_build_object('id', ${organizationRole.id},
        'name', ${organizationRole.name}, 'permissions', ${organizationRole.permissions}) END`.as(
          'custom_role',
        ),
      state: invitationState.as('state'),
      mailTrouble: mailTrouble.as('mail_trouble'),
      inviter: sql`${user.name}`.as('inviter'),
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .leftJoin(user, eq(user.id, invitation.inviterId))
    .leftJoin(organizationRole, roleOfInvitation)
    .leftJoin(mail, eq(mail.invitationId, invitation.id))
    .where(
      and(
        eq(invitation.organizationId, db.tenant.organization.id),
        query.state && eq(invitationState, query.state),
        after(db, query.cursor),
      ),
    )
    .orderBy(desc(invitation.createdAt), desc(invitation.id))
    .limit(limit + 1)
  const [found] = await db.execute<{ invitations: FlatInvitation[]; custom_roles: CustomRole[] }>(sql`
    SELECT (
      SELECT coalesce(json_agg(i), '[]') FROM (${page.getSQL()}) AS i
    ) AS invitations, ${customRolesAsJson(db)} AS custom_roles`)
  if (!found) throw new Error('The database returned nothing.')
  const invitations = found.invitations.slice(0, limit).map(invitationRow)
  const nextCursor = found.invitations.length > limit ? (invitations.at(-1)?.id ?? null) : null
  return { invitations, customRoles: found.custom_roles, nextCursor }
}

function invitationRow({
  custom_role,
  mail_trouble,
  created_at,
  expires_at,
  ...flat
}: FlatInvitation): InvitationRow {
  return {
    ...flat,
    customRole: custom_role,
    mailTrouble: mail_trouble,
    createdAt: new Date(created_at),
    expiresAt: new Date(expires_at),
  }
}

/** The cursor is the ID of the last invitation. Another organization's ID is ignored. */
function after(db: TenantDb, cursor: string | undefined): SQL | undefined {
  if (!isUuid(cursor)) return undefined
  const place = sql`SELECT last.created_at, last.id FROM invitation last
    WHERE last.id = ${cursor} AND last.organization_id = ${db.tenant.organization.id}`
  return sql`(NOT EXISTS (${place}) OR (${invitation.createdAt}, ${invitation.id}) < (${place}))`
}
