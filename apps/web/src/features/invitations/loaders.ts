import 'server-only'
import { z } from 'zod'

import { hasPermission } from '@kit/auth/permissions/permissions'
import { mayGrantRole } from '@kit/auth/permissions/role-rules'
import { getSession } from '@kit/auth/session/session'
import { findLinkedInvitation } from '@kit/db/invitations/link'
import { listInvitations } from '@kit/db/invitations/list'
import { invitationStates } from '@kit/db/invitations/values'
import { rolesToGive } from '@/features/members/loaders'
import { readOrganization } from '@/lib/organization/read-organization'
import { roleName } from '@/lib/organization/role-name'

const PAGE_SIZE = 25

const invitationQuerySchema = z.object({
  state: z.enum(invitationStates).optional().catch(undefined),
  cursor: z.string().max(512).optional().catch(undefined),
})

/** A page of invitations with what the user can do to each. */
export function loadInvitations(
  organization: string,
  searchParams: Record<string, string | string[] | undefined>,
) {
  const query = invitationQuerySchema.parse(searchParams)
  return readOrganization(organization, 'members/invitations', async (db, { membership }) => {
    const page = await listInvitations(db, { ...query, limit: PAGE_SIZE })
    const mayCancel = hasPermission(membership, { invitation: ['cancel'] })
    return {
      query,
      roles: rolesToGive(membership, page.customRoles),
      nextCursor: page.nextCursor,
      invitations: page.invitations.map((invitation) => {
        const open = invitation.state === 'pending' || invitation.state === 'expired'
        const within = open && mayGrantRole(membership, invitation)
        return {
          ...invitation,
          createdAt: invitation.createdAt.toISOString(),
          expiresAt: invitation.expiresAt.toISOString(),
          canResend: within,
          canCancel: within && mayCancel,
        }
      }),
    }
  })
}

export type InvitationDto = Awaited<ReturnType<typeof loadInvitations>>['invitations'][number]

/**
 * What an invitation link shows to this visitor. While open, it shows what the email said, including the recipient:
 * the holder could sign up with it anyway. Once settled, only its state.
 */
export async function loadLink(token: string) {
  const [found, session] = await Promise.all([findLinkedInvitation(token), getSession()])
  if (!found) return { kind: 'unknown' } as const
  const { organization, state, acceptedBy, inviter, email, expiresAt } = found
  if (state !== 'pending') {
    const joined = session && acceptedBy === session.user.id ? organization : null
    return { kind: 'settled', state, joined } as const
  }
  return {
    kind: 'open',
    organization: organization.name,
    inviter,
    email,
    role: roleName(found),
    expiresAt: expiresAt.toISOString(),
    visitor: visitorOf(session?.user, email),
  } as const
}

function visitorOf(user: { email: string; emailVerified: boolean } | undefined, email: string) {
  if (!user) return 'signed-out'
  return user.emailVerified && user.email === email ? 'invited' : 'other'
}

export type LinkDto = Awaited<ReturnType<typeof loadLink>>
