import { and, eq, sql } from 'drizzle-orm'
import { database } from './client'
import type { Transaction } from './client'
import { invitationState } from './invitation-state'
import { invitationTokenHash } from './invitation-token'
import type { InvitationState } from './invitation-values'
import type { GivenRole } from './member-changes'
import { roleOfInvitation } from './role-of-invitation'
import { roleOfMember } from './role-of-member'
import { member, organizationRole, user } from './schema'

// Whoever accepts is no member yet, so no tenant transaction can prove them. What proves here is the secret of the link:
// `withInvitation` is the one way in, and what it yields reaches one invitation, its organization and nothing else.

const held: unique symbol = Symbol('held')

/** An open invitation, locked until its transaction ends. Only `withInvitation` makes one. */
export interface HeldInvitation {
  readonly db: Transaction
  readonly invitation: {
    id: string
    organizationId: string
    inviterId: string
    /** The organization's. */
    slug: string
    email: string
  } & GivenRole
  readonly [held]: true
}

export interface LinkClaim {
  token: string
  /** Who acts, for the audit. */
  userId: string
  /** The action's name, for the audit. */
  action: string
  requestId?: string
}

/** The token was never made, is replaced, used, cancelled or too old, or its organization is gone. */
export class LinkNotOpenError extends Error {
  override name = 'LinkNotOpenError'
  override message = 'No open invitation has this token.'
}

interface OpenedRow extends Record<string, unknown> {
  id: string
  organization_id: string
  inviter_id: string
  slug: string
  email: string
  role: string
  permissions: unknown
  state: InvitationState
}

/**
 * Runs `work` in one transaction that holds the invitation of this token; commits when it resolves and rolls back when it
 * throws. Of two at once the second waits, and then finds it settled.
 * @throws LinkNotOpenError; `work` has not run
 */
export async function withInvitation<T>(
  claim: LinkClaim,
  work: (invitation: HeldInvitation) => Promise<T>,
): Promise<T> {
  const tokenHash = invitationTokenHash(claim.token)
  if (!tokenHash) throw new LinkNotOpenError()
  return database().transaction(async (db) => {
    // The organization first, as whoever changes it or its members does, and in their way: they take turns with this.
    const [row] = await db.execute<OpenedRow>(sql`
      SELECT invitation.id, invitation.organization_id, inviter_id, slug, email, coalesce(role, '') AS role, permissions,
        ${invitationState} AS state,
        set_config('app.user_id', ${claim.userId}, true), set_config('app.action', ${claim.action}, true),
        set_config('app.request_id', ${claim.requestId ?? ''}, true), set_config('statement_timeout', '15s', true)
      FROM organization JOIN invitation ON invitation.organization_id = organization.id
        LEFT JOIN organization_role ON ${roleOfInvitation}
      WHERE token_hash = ${tokenHash}
      FOR SHARE OF organization FOR UPDATE OF invitation`)
    if (row?.state !== 'pending') throw new LinkNotOpenError()
    const { id, organization_id: organizationId, inviter_id: inviterId, slug, email, role, permissions } = row
    const customRole = role === 'custom' ? { permissions } : null
    return work({
      db,
      invitation: { id, organizationId, inviterId, slug, email, role, customRole },
      [held]: true,
    })
  })
}

/**
 * What the inviter is in the organization now, or undefined when they left or are suspended. Locked: while the invitation
 * is accepted, no one takes the role away.
 */
export async function lockInviter({
  db,
  invitation: { organizationId, inviterId },
}: HeldInvitation): Promise<GivenRole | undefined> {
  const [row] = await db
    .select({ role: member.role, customRole: { permissions: organizationRole.permissions } })
    .from(member)
    .leftJoin(organizationRole, roleOfMember)
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      and(
        eq(member.organizationId, organizationId),
        eq(member.userId, inviterId),
        sql`(${user.banned} IS NOT TRUE OR ${user.banExpires} <= now())`,
      ),
    )
    .for('share', { of: member })
  return row
}
