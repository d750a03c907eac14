import { isStorable, isVisibleLine, normalizeLine, reorders } from '@kit/db/text/user-text'

/** As long as a name that is typed (`personNameSchema`). */
const MOST = 80

/** Returns the name that a provider gave, as it may be stored, or else the first part of the email. */
export function nameFrom(given: string | undefined, email: string): string {
  const name = normalizeLine(given ?? '')
    .slice(0, MOST)
    .trim()
  const isUsable = isStorable(name) && !reorders(name) && isVisibleLine(name)
  return isUsable ? name : (email.split('@')[0] ?? email).slice(0, MOST)
}
