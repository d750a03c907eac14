/** Bounds of a super-admin's input about a person, shared by forms and queries. */
export const personBounds = {
  /** Characters of the reason. */
  reasonLength: 500,
  /** The maximum number of organizations that one decision hands over or deletes. */
  organizations: 20,
} as const

/** The roles that a person can have outside organizations. */
export const personRoles = ['super-admin', 'support', 'user'] as const

export type PersonRole = (typeof personRoles)[number]

/** The filter of the list of people. */
export const personStatuses = ['suspended', 'unverified', 'staff'] as const

export type PersonStatus = (typeof personStatuses)[number]
