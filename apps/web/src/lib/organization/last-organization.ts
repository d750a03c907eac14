/** Holds the ID of the organization opened last, and no name: it stays in the browser after signing out. */
export const LAST_ORGANIZATION_COOKIE = 'last_organization'
