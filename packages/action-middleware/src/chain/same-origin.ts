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
  if (headers.origin !== null) {
    if (headers.origin !== new URL(appUrl).origin) throw new ActionError('FOREIGN_ORIGIN')
    return
  }
  if (headers.secFetchSite !== null) {
    if (headers.secFetchSite !== 'same-origin') throw new ActionError('FOREIGN_ORIGIN')
    return
  }
  if (headers.cookie !== null) throw new ActionError('FOREIGN_ORIGIN')
}
