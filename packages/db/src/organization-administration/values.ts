/** Bounds of a super-admin's input about an organization, shared by forms and queries. */
export const organizationDecisionBounds = {
  /** Characters of the reason. */
  reasonLength: 500,
  /** Days between the decision to delete an organization and its deletion. */
  graceDays: 30,
} as const

/** The filter of the list of organizations. */
export const organizationStatuses = ['suspended', 'going'] as const

export type OrganizationStatus = (typeof organizationStatuses)[number]
