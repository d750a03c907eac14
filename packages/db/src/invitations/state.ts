import { sql } from 'drizzle-orm'
import type { InvitationState } from './values'
import { invitation } from './table'

/** By the database's clock, like every decision about an invitation. */
export const invitationState = sql<InvitationState>`CASE ${invitation.status}
  WHEN 'accepted' THEN 'accepted' WHEN 'rejected' THEN 'declined' WHEN 'canceled' THEN 'cancelled'
  ELSE CASE WHEN ${invitation.expiresAt} > now() THEN 'pending' ELSE 'expired' END END`
