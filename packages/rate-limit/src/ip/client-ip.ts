import { networkOf } from './ip'

export interface IpSource {
  /** TRUSTED_PROXY_HOPS: how many of our own proxies a request passes. */
  trustedProxyHops: number
  /** CLIENT_IP_HEADER: a header that our own proxy always overwrites. */
  clientIpHeader?: string | undefined
  /** From `peerHeader()`: holds the IP of the socket. */
  peerHeader?: string | undefined
}

/** Requests without a usable IP share one counter, so hiding it gains nothing. */
export const UNKNOWN_IP = 'unknown'

/**
 * Returns the IP that a request counts by, from the one place that the client can't forge.
 *
 * Clients can start X-Forwarded-For and each proxy appends to it, so it is read from the end: behind one proxy the last
 * entry is the client, behind two the second to last. Without a proxy it is ignored, because Next passes on a client's own.
 */
export function clientIp(headers: Pick<Headers, 'get'>, source: IpSource): string {
  const { trustedProxyHops, clientIpHeader, peerHeader } = source
  const read = (name: string | undefined) => (name ? (headers.get(name) ?? '') : '')
  const ip = clientIpHeader
    ? // A header sent twice is joined by a comma, which is not an IP.
      read(clientIpHeader)
    : trustedProxyHops > 0
      ? read('x-forwarded-for').split(',').at(-trustedProxyHops)
      : read(peerHeader)
  return networkOf(ip ?? '') ?? UNKNOWN_IP
}
