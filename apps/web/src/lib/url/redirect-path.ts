/** Base for parsing relative paths. Never a redirect target. */
const BASE = 'http://gatehouse.invalid'

/**
 * A safe redirect path inside the app from untrusted input (`?next=`). Parses it as a browser would, so `//evil`,
 * `/\evil`, control characters and other schemes give the fallback.
 */
export function redirectPath(value: string | undefined, fallback: string): string {
  if (!value?.startsWith('/') || !URL.canParse(value, BASE)) return fallback
  const url = new URL(value, BASE)
  if (url.origin !== BASE) return fallback
  const path = `${url.pathname}${url.search}`
  // Resolving dots can leave two leading slashes ("/..//evil"), which would name a host.
  return path.startsWith('//') ? fallback : path
}
