/** The header with the path and query that the proxy passes to a page. */
export const pathHeader = 'x-current-path'
