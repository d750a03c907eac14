import 'server-only'
import { randomUUID } from 'node:crypto'

import { headers } from 'next/headers'

import { env } from '@kit/env'
import { clientAddress } from '@kit/rate-limit/client-address'
import { peerHeader } from '@kit/rate-limit/peer-address'

import { baseClient } from './base-client'
import { assertSameOrigin } from './same-origin'

/**
 * What every call passes, whoever makes it: it gets its id, has to come from our own pages, and is told apart by the
 * address it comes from. Not exported from the package: no limit stands in it.
 */
export const requestClient = baseClient
  .use(async ({ next }) => {
    const requestId: string = randomUUID()
    return next({ ctx: { requestId } })
  })
  .use(async ({ next }) => {
    const sent = await headers()
    const { APP_URL, TRUSTED_PROXY_HOPS, CLIENT_IP_HEADER } = env()
    assertSameOrigin(
      { origin: sent.get('origin'), secFetchSite: sent.get('sec-fetch-site'), cookie: sent.get('cookie') },
      APP_URL,
    )
    const address = clientAddress(sent, {
      trustedProxyHops: TRUSTED_PROXY_HOPS,
      clientIpHeader: CLIENT_IP_HEADER,
      peerHeader: peerHeader(),
    })
    return next({ ctx: { address } })
  })
