/** The header in which the proxy passes a page its path and query. */
export const pathHeader = 'x-current-path'
