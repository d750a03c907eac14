/** The key under which the tabs of a browser share the signed-in user's ID. */
const KEY = 'person'

/** Storage can be turned off in the browser's settings. Pages are then only checked when they load. */
function storage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/**
 * The ID of the last user this browser opened a page for, or null after they sign out.
 * @returns undefined if storage is turned off
 */
export function readPersonMark(): string | null | undefined {
  return storage()?.getItem(KEY)
}

export function markPerson(id: string): void {
  if (readPersonMark() !== id) storage()?.setItem(KEY, id)
}

/** Other tabs notice and leave their pages. */
export function forgetPerson(): void {
  storage()?.removeItem(KEY)
}

/** Calls back when another tab signs in or out. Returns a function that unsubscribes. */
export function onPersonChange(changed: () => void): () => void {
  const notice = ({ key }: StorageEvent) => {
    // The key is null when all of storage is cleared.
    if (key === KEY || key === null) changed()
  }
  addEventListener('storage', notice)
  return () => removeEventListener('storage', notice)
}
