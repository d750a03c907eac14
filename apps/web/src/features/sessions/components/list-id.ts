/** The ID of the list's element. */
export const LIST = 'sessions'
