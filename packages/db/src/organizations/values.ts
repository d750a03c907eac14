/** The database holds every organization to these bounds; a form that shares them never meets the refusal. */
export const organizationBounds = { nameLength: 100, slugMinLength: 2, slugMaxLength: 48 } as const

/** Lower-case words joined by single hyphens: fit for a URL, and never mistaken for another spelling of itself. */
export const organizationSlugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** For the roles that an organization makes for itself. */
export const roleBounds = { nameLength: 40, perOrganization: 20 } as const
