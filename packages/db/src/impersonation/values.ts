/** Maximum length of an impersonation. The table's check constraint has the same limit. */
export const IMPERSONATION_MINUTES = 60

/** What an impersonation may do. */
export const impersonationModes = ['read-only', 'read-write'] as const

export type ImpersonationMode = (typeof impersonationModes)[number]
