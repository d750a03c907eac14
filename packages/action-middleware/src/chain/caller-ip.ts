import 'server-only'
import { env } from '@kit/env'
import { clientIp } from '@kit/rate-limit/ip/client-ip'
import { peerHeader } from '@kit/rate-limit/ip/peer-ip'

/** Returns the IP that a request counts by, as TRUSTED_PROXY_HOPS and CLIENT_IP_HEADER say. */
export function callerIp(sent: Pick<Headers, 'get'>): string {
  const { TRUSTED_PROXY_HOPS, CLIENT_IP_HEADER } = env()
  return clientIp(sent, {
    trustedProxyHops: TRUSTED_PROXY_HOPS,
    clientIpHeader: CLIENT_IP_HEADER,
    peerHeader: peerHeader(),
  })
}
