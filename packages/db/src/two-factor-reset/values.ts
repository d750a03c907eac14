/** How long a request can be confirmed. The table's check constraint has the same limit. */
export const RESET_REQUEST_HOURS = 24
