import { ActionError } from '../errors/action-error'

/** The headers that show where a request came from. */
export interface OriginHeaders {
  origin: string | null
  secFetchSite: string | null
  cookie: string | null
}

/**
 * Refuses cross-site calls (CSRF).
 *
 * Next compares `Origin` with a host that the caller can set through `X-Forwarded-Host`, and accepts a missing one. This
 * compares with the configured origin, and refuses a call with cookies whose origin is missing: an old browser's
 * cross-site form would pass otherwise.
 * @throws ActionError FOREIGN_ORIGIN
 */
export function assertSameOrigin(headers: OriginHeaders, appUrl: string): void {
  const { origin } = new URL(appUrl)
  if (!isFrom(origin, headers)) {
    // Also affects people who opened the app under another name of its host, such as 127.0.0.1.
    const message = `This request didn't come from ${origin}. Open that URL and try again.`
    throw new ActionError('FOREIGN_ORIGIN', { message })
  }
}

function isFrom(ours: string, { origin, secFetchSite, cookie }: OriginHeaders): boolean {
  if (origin !== null) return origin === ours
  if (secFetchSite !== null) return secFetchSite === 'same-origin'
  return cookie === null
}
