/** The longest an impersonation lasts. The table's check constraint says the same. */
export const IMPERSONATION_MINUTES = 60

/** What an impersonation may do. */
export const impersonationModes = ['read-only', 'read-write'] as const

export type ImpersonationMode = (typeof impersonationModes)[number]
