/** Anchors relative paths while parsing; nobody is sent there. */
const BASE = 'http://gatehouse.invalid'

/**
 * A place inside this app to send somebody to, from a value that anyone may have written (`?next=`).
 * The value is parsed as a browser would and rebuilt from what was understood, so `//evil`, `/\evil`, control
 * characters and other schemes end at the fallback.
 */
export function redirectPath(value: string | undefined, fallback: string): string {
  if (!value?.startsWith('/') || !URL.canParse(value, BASE)) return fallback
  const url = new URL(value, BASE)
  if (url.origin !== BASE) return fallback
  const path = `${url.pathname}${url.search}`
  // A path can begin with two slashes after dots are resolved ("/..//evil"), and would then name a host again.
  return path.startsWith('//') ? fallback : path
}
