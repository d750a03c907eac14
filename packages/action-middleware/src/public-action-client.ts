import 'server-only'
import { randomUUID } from 'node:crypto'

import { headers } from 'next/headers'

import { env } from '@kit/env'

import { baseClient } from './base-client'
import { assertSameOrigin } from './same-origin'

/** For what anyone may call: gives the call its id and refuses other sites. Say in the action why it is public. */
export const publicActionClient = baseClient
  .use(async ({ next }) => {
    const requestId: string = randomUUID()
    return next({ ctx: { requestId } })
  })
  .use(async ({ next }) => {
    const sent = await headers()
    assertSameOrigin(
      { origin: sent.get('origin'), secFetchSite: sent.get('sec-fetch-site'), cookie: sent.get('cookie') },
      env().APP_URL,
    )
    return next()
  })
