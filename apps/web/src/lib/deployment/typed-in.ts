/** Fields that hold what a page must not repeat. */
const secret = /password|secret|token|captcha|code|key/i

const LONGEST_VALUE = 10_000

/** Returns the typed text of a posted form, without secrets and without React's own fields. */
export function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter(
      (field): field is [string, string] =>
        !field[0].startsWith('$ACTION_') &&
        !secret.test(field[0]) &&
        typeof field[1] === 'string' &&
        field[1].length <= LONGEST_VALUE,
    ),
  )
}
