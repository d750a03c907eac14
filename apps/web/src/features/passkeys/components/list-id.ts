/** The list, which gets the focus when one of its buttons is gone. */
export const LIST = 'passkeys'
