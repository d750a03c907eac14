/** The form field with the password for re-authentication. */
export const REAUTHENTICATION_FIELD = 'reauthenticationPassword'

/** The form field with the code, for users who have two-factor authentication. */
export const REAUTHENTICATION_CODE_FIELD = 'reauthenticationCode'
