/** The header in which the proxy tells a page its own address: path and query. */
export const pathHeader = 'x-current-path'
