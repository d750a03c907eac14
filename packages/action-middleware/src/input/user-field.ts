/**
 * The form field with the ID of the user that the form is for. No schema sees it. Its name doesn't start with `$ACTION_`:
 * React removes such fields from a form without JavaScript.
 */
export const USER_FIELD = 'renderedFor'
