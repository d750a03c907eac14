/** One value of a form, with its label if it's an option, because another page may not list that option. */
export interface KeptField {
  name: string
  value: string
  label?: string
}

const PREFIX = 'kept-text:'

/** The owner of what is typed on a page that belongs to no user. */
export const ANYONE = 'anyone'

/**
 * Keeps what a user typed into a form that could not be sent, in this tab and under the user's ID, so
 * it is never shown to anyone else. Keeps nothing if storage is full or denied.
 */
export function keepText(owner: string, form: string, fields: readonly KeptField[]): void {
  try {
    sessionStorage.setItem(`${PREFIX}${owner}:${form}`, JSON.stringify(fields))
  } catch {}
}

/**
 * Returns what this user typed into this form, and forgets it. Also forgets what other users typed, but not on a page
 * that belongs to no user, such as the sign-in page.
 */
export function takeText(owner: string, form: string): KeptField[] | undefined {
  if (owner !== ANYONE)
    for (const key of keys()) if (!key.startsWith(`${PREFIX}${owner}:`)) sessionStorage.removeItem(key)
  const key = `${PREFIX}${owner}:${form}`
  const text = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  return text === null ? undefined : parsed(text)
}

function keys(): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX))
}

function parsed(text: string): KeptField[] | undefined {
  try {
    const fields: unknown = JSON.parse(text)
    return Array.isArray(fields) ? fields.filter(isField) : undefined
  } catch {
    return undefined
  }
}

function isField(value: unknown): value is KeptField {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'value' in value &&
    typeof value.value === 'string'
  )
}
