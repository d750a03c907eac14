/**
 * The form field with the ID of the user whom the form was rendered for. No schema sees it. React drops fields that start
 * like its own from a form without JavaScript, so this one doesn't.
 */
export const USER_FIELD = 'renderedFor'
