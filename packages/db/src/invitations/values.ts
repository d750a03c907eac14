/** The database holds every invitation to these. `mostAnHour` is what one member may begin in one organization. */
export const invitationBounds = { lifetimeDays: 7, mostSends: 6, mostAnHour: 30 } as const

/** What an invitation is at this moment. `expired` is not stored: it is a pending one whose time is over. */
export const invitationStates = ['pending', 'expired', 'accepted', 'declined', 'cancelled'] as const
export type InvitationState = (typeof invitationStates)[number]
