/** Enforced by the database. `mostAnHour` limits what one member may send in one organization. */
export const invitationBounds = { lifetimeDays: 7, mostSends: 6, mostAnHour: 30 } as const

/** The problem with an invitation's mail: `delayed` is retried, `failed` was given up. */
export type MailTrouble = 'delayed' | 'failed'

/** An invitation's current state. `expired` is not stored: it is a pending invitation past its expiry. */
export const invitationStates = ['pending', 'expired', 'accepted', 'declined', 'cancelled'] as const
export type InvitationState = (typeof invitationStates)[number]
