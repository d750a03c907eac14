import { isStorable, isVisibleLine, normalizeLine, reorders } from '@kit/db/text/user-text'

/** The same limit as for a typed name (`personNameSchema`). */
const MOST = 80

/** Returns the provider's name for the person, made safe to store, or the first part of the email if there is none. */
export function nameFrom(given: string | undefined, email: string): string {
  const name = normalizeLine(given ?? '')
    .slice(0, MOST)
    .trim()
  const isUsable = isStorable(name) && !reorders(name) && isVisibleLine(name)
  return isUsable ? name : (email.split('@')[0] ?? email).slice(0, MOST)
}
