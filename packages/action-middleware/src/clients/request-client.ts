import 'server-only'
import { randomUUID } from 'node:crypto'

import { headers } from 'next/headers'

import { env } from '@kit/env'

import { baseClient } from './base-client'
import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { recordRefusals } from '../refusals/record-refusals'
import { assertSameOrigin } from '../chain/same-origin'

/**
 * The start of every client: adds the request ID and IP, records refusals, and checks the origin. Internal to the package,
 * because it has no rate limit.
 */
export const requestClient = baseClient
  .use(async ({ next }) => {
    const requestId: string = randomUUID()
    return next({ ctx: { requestId, ip: callerIp(await headers()) } })
  })
  .use(recordRefusals)
  .use(async ({ next }) => {
    const sent = await headers()
    assertSameOrigin(
      { origin: sent.get('origin'), secFetchSite: sent.get('sec-fetch-site'), cookie: sent.get('cookie') },
      env().APP_URL,
    )
    return next()
  })
