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

/** The invitation that a link shows. Its recipient has read the same in the mail. */
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

/** Returns a token's invitation in any state, or undefined for an unknown token. Doesn't spend the token. */
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
