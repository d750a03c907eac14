/** The form field with the password for re-authentication. */
export const REAUTHENTICATION_FIELD = 'reauthenticationPassword'
