/** The field that carries the password, in a form that asks for it. */
export const REAUTHENTICATION_FIELD = 'reauthenticationPassword'
