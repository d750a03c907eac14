/** Bounds of what a super-admin enters about a person, shared by forms and queries. */
export const personBounds = {
  /** Characters of the reason. */
  reasonLength: 500,
  /** Organizations that one decision hands over or deletes. */
  organizations: 20,
} as const

/** What a person can be outside organizations. */
export const personRoles = ['super-admin', 'support', 'user'] as const

export type PersonRole = (typeof personRoles)[number]

/** The filter of the list of people. */
export const personStatuses = ['suspended', 'unverified', 'staff'] as const

export type PersonStatus = (typeof personStatuses)[number]
