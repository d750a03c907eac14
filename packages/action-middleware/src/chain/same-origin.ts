import { ActionError } from '../errors/action-error'

/** The headers of a request that tell where it came from. */
export interface OriginHeaders {
  origin: string | null
  secFetchSite: string | null
  cookie: string | null
}

/**
 * Refuses a call that another site made with a visitor's cookies (CSRF).
 *
 * Next compares `Origin` with a host that the caller may choose through `X-Forwarded-Host`, and takes an
 * absent one for fine. Here the origin is the configured one. A call that carries cookies has to prove where it comes
 * from: absent is refused, or an old browser's cross-site form would pass.
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
