/** The ID of the list, which gets the focus when one of its buttons disappears. */
export const LIST = 'passkeys'
