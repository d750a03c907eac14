import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { database } from '../connection/client'
import type { Transaction } from '../connection/client'
import { isClosed } from '../organizations/closed'
import { organization } from '../organizations/table'
import { invitationState } from './state'
import { invitationTokenHash } from './token'
import type { InvitationState } from './values'
import type { GivenRole } from '../members/changes'

// The invitee is not a member yet, so a tenant transaction can't prove anything about them. The link's secret is the proof:
// `withInvitation` requires it and gives access to one invitation and its organization only.

const locked: unique symbol = Symbol('locked')

/** An open invitation, locked until its transaction ends. Only `withInvitation` creates one. */
export interface LockedInvitation {
  readonly db: Transaction
  readonly invitation: {
    id: string
    organizationId: string
    inviterId: string
    /** The organization's. */
    slug: string
    /** The organization is suspended or going to be deleted. */
    isClosed: boolean
    email: string
  } & GivenRole
  /**
   * The inviter's current role, or null if they left or are suspended. Locked, so it can't change during acceptance.
   */
  readonly inviter: GivenRole | null
  readonly [locked]: true
}

export interface LinkClaim {
  token: string
  /** The acting user, for the audit. */
  userId: string
  /** The action's name, for the audit. */
  action: string
  requestId?: string
}

/** The token is unknown, replaced, used, canceled or expired, or its organization is deleted. */
export class LinkNotOpenError extends Error {
  override name = 'LinkNotOpenError'
  override message = 'No open invitation has this token.'
}

interface OpenedRow extends Record<string, unknown> {
  id: string
  organization_id: string
  inviter_id: string
  slug: string
  is_closed: boolean
  email: string
  role: string
  custom_role: GivenRole['customRole']
  state: InvitationState
  inviter: GivenRole | null
}

/**
 * Runs `work` in a transaction that locks this token's invitation. Commits when it resolves and rolls back when it throws.
 * Of two parallel calls, the second waits and then finds the invitation settled.
 * @throws LinkNotOpenError; `work` has not run
 */
export async function withInvitation<T>(
  claim: LinkClaim,
  work: (invitation: LockedInvitation) => Promise<T>,
): Promise<T> {
  const tokenHash = invitationTokenHash(claim.token)
  if (!tokenHash) throw new LinkNotOpenError()
  return database().transaction(async (db) => {
    // Locks the organization first, like everything that changes its members. Postgres doesn't inline a CTE with a
    // lock, so each is locked before the next is read. Locked rows are read as they are now; the rest is read as of the
    // start of the statement.
    const [row] = await db.execute<OpenedRow>(sql`
      WITH opened AS (
        SELECT invitation.*, slug, ${isClosed(organization)} AS is_closed, ${invitationState} AS state
        FROM organization JOIN invitation ON invitation.organization_id = organization.id
        WHERE token_hash = ${tokenHash}
        FOR SHARE OF organization FOR UPDATE OF invitation
      ), inviter AS (
        SELECT member.role, member.custom_role_id
        FROM opened JOIN member ON member.organization_id = opened.organization_id AND member.user_id = inviter_id
          JOIN "user" ON "user".id = member.user_id
        WHERE banned IS NOT TRUE OR ban_expires <= now()
        FOR SHARE OF member, "user"
      )
      SELECT id, organization_id, inviter_id, slug, is_closed, email, coalesce(role, '') AS role, state,
        ${customRole(sql`opened.custom_role_id`)} AS custom_role,
        (SELECT json_build_object('role', role, 'customRole', ${customRole(sql`inviter.custom_role_id`)})
          FROM inviter) AS inviter,
        set_config('app.user_id', ${claim.userId}, true), set_config('app.action', ${claim.action}, true),
        set_config('app.request_id', ${claim.requestId ?? ''}, true), set_config('statement_timeout', '15s', true)
      FROM opened`)
    if (row?.state !== 'pending') throw new LinkNotOpenError()
    const { id, organization_id: organizationId, inviter_id: inviterId, slug, email, role } = row
    return work({
      db,
      invitation: {
        id,
        organizationId,
        inviterId,
        slug,
        isClosed: row.is_closed,
        email,
        role,
        customRole: row.custom_role,
      },
      inviter: row.inviter,
      [locked]: true,
    })
  })
}

/** A custom role, locked and read as it is now. */
function customRole(id: SQL): SQL {
  return sql`(SELECT json_build_object('permissions', permissions) FROM organization_role
    WHERE organization_role.organization_id = opened.organization_id AND organization_role.id = ${id} FOR SHARE)`
}
