import { networkOf } from './ip'

export interface IpSource {
  /** TRUSTED_PROXY_HOPS: how many proxies of ours a call has come through. */
  trustedProxyHops: number
  /** CLIENT_IP_HEADER: the header that a proxy of ours sets, whatever the client sent in it. */
  clientIpHeader?: string | undefined
  /** From `peerHeader()`: where the server notes whom it was called by. */
  peerHeader?: string | undefined
}

/** Everyone whose address cannot be told. They share their limits: whoever hides does not get a limit of their own. */
export const UNKNOWN_IP = 'unknown'

/**
 * The address that a call is counted under, from the one place that the client cannot write to.
 *
 * X-Forwarded-For is a list that the client may begin and each proxy adds to, so it is read from its end: behind one
 * proxy the last entry is the client, behind two the last but one. With no proxy nothing in it is believed, not even
 * where there is but one entry: Next passes a client's own on, and adds the true one only where there is none.
 */
export function clientIp(headers: Pick<Headers, 'get'>, source: IpSource): string {
  const { trustedProxyHops, clientIpHeader, peerHeader } = source
  const read = (name: string | undefined) => (name ? (headers.get(name) ?? '') : '')
  const ip = clientIpHeader
    ? // One that was sent twice is joined by a comma, which is no address.
      read(clientIpHeader)
    : trustedProxyHops > 0
      ? read('x-forwarded-for').split(',').at(-trustedProxyHops)
      : read(peerHeader)
  return networkOf(ip ?? '') ?? UNKNOWN_IP
}
