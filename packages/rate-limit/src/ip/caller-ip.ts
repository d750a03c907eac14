import 'server-only'
import { env } from '@kit/env'

import { clientIp } from './client-ip'
import { peerHeader } from './peer-ip'

/** Returns the caller's IP, read as TRUSTED_PROXY_HOPS and CLIENT_IP_HEADER configure it. */
export function callerIp(sent: Pick<Headers, 'get'>): string {
  const { TRUSTED_PROXY_HOPS, CLIENT_IP_HEADER } = env()
  return clientIp(sent, {
    trustedProxyHops: TRUSTED_PROXY_HOPS,
    clientIpHeader: CLIENT_IP_HEADER,
    peerHeader: peerHeader(),
  })
}
