import 'server-only'
import { headers } from 'next/headers'
import { createMiddleware } from 'next-safe-action'

import { env } from '@kit/env'

import { countCall } from '../chain/count-call'
import { assertSameOrigin } from '../chain/same-origin'
import type { ActionMetadata } from '../clients/metadata'
import { organizationNamedIn } from '../input/organization-reference'
import { recordRefusal } from './record-refusal'

interface ForeignCall {
  metadata: ActionMetadata
  ctx: { requestId: string; ip: string }
}

/**
 * Refuses calls from other sites. These calls are refused before any other limit is counted, so they have their own. Over that
 * limit, or while it can't be counted, they are refused without being recorded.
 * @throws ActionError FOREIGN_ORIGIN
 */
export const refuseForeignOrigin = createMiddleware<ForeignCall>().define(
  async ({ ctx, metadata, clientInput, next }) => {
    const sent = await headers()
    try {
      assertSameOrigin(
        { origin: sent.get('origin'), secFetchSite: sent.get('sec-fetch-site'), cookie: sent.get('cookie') },
        env().APP_URL,
      )
    } catch (error) {
      const { allowed, counted } = await countCall('foreignOrigin.ip', { ctx, clientInput })
      if (allowed && counted)
        await recordRefusal({
          kind: 'foreign-origin',
          action: metadata.name,
          actor: { network: ctx.ip },
          organization: organizationNamedIn(clientInput),
          requestId: ctx.requestId,
        })
      throw error
    }
    return next()
  },
)
