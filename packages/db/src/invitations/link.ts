import { eq } from 'drizzle-orm'
import { database } from '../connection/client'
import { invitationState } from './state'
import { invitationTokenHash } from './token'
import type { InvitationState } from './values'
import { roleInvitedTo, roleOfInvitation } from './role-of-invitation'
import { user } from '../accounts/table'
import { invitation } from './table'
import { organization } from '../organizations/table'
import { organizationRole } from '../roles/table'

/** What stands behind a link. Who holds the link holds the mail, and has read as much there. */
export interface LinkedInvitation {
  organization: { name: string; slug: string }
  inviter: string
  email: string
  role: string
  customRole: { name: string } | null
  state: InvitationState
  acceptedBy: string | null
  expiresAt: Date
}

/** The invitation of a token, in whatever state, or undefined when no link leads to one. Reading it spends nothing. */
export async function findLinkedInvitation(token: string): Promise<LinkedInvitation | undefined> {
  const tokenHash = invitationTokenHash(token)
  if (!tokenHash) return undefined
  const [row] = await database()
    .select({
      organization: { name: organization.name, slug: organization.slug },
      inviter: user.name,
      email: invitation.email,
      role: roleInvitedTo,
      customRole: { name: organizationRole.name },
      state: invitationState,
      acceptedBy: invitation.acceptedBy,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .innerJoin(organization, eq(organization.id, invitation.organizationId))
    .innerJoin(user, eq(user.id, invitation.inviterId))
    .leftJoin(organizationRole, roleOfInvitation)
    .where(eq(invitation.tokenHash, tokenHash))
  return row
}
