/** Enforced by the database. Forms share them, so valid input is never refused there. */
export const organizationBounds = { nameLength: 100, slugMinLength: 2, slugMaxLength: 48 } as const

/** Lowercase words joined by single hyphens: safe in a URL, with one spelling each. */
export const organizationSlugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** For custom roles. */
export const roleBounds = { nameLength: 40, perOrganization: 20 } as const
