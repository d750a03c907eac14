import 'server-only'
import { randomUUID } from 'node:crypto'

import type { NextRequest } from 'next/server'

import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { assertSameOrigin } from '@kit/action-middleware/chain/same-origin'
import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { recordRefusal } from '@kit/action-middleware/refusals/record-refusal'
import { env } from '@kit/env'
import { logger } from '@kit/log/logger'
import { count } from '@kit/telemetry/count'

import { countUngated } from '@/lib/overload/count-ip-read'
import { answers } from '@/lib/request/answer'

import { knownBuild } from './known-build'
import { ownDeployment } from './own-deployment'
import { unknownAction } from './unknown-action'

/**
 * Counts a call to an action that this build doesn't have: in the log and the metrics if it comes from a page of another
 * deployment, otherwise as a refusal.
 * @returns whether to render the page again with what was typed, instead of calling an action
 */
export async function noteUnknownAction(
  request: NextRequest,
  record: (work: Promise<void>) => void,
): Promise<boolean> {
  const build = request.method === 'POST' ? await knownBuild() : undefined
  const unknown = build && (await unknownAction(request, build, ownDeployment()))
  if (!unknown) return false
  const { headers, nextUrl } = request
  // No gate limits it, and recording it writes to the database. A form without the header has been counted as a page.
  if (headers.has('next-action') && countUngated(request) > 0) return false
  const answer = answers.getStore()
  const requestId = answer?.requestId ?? randomUUID()
  if (!unknown.isStale) {
    const organization = organizationSlugSchema.safeParse(nextUrl.pathname.split('/')[1]).data
    const actor = { network: callerIp(headers) }
    record(recordRefusal({ kind: 'not-found', action: 'any.call', actor, organization, requestId }))
    return false
  }
  count('gatehouse.stale_deployments')
  logger.info({ requestId }, 'call from an earlier deployment')
  // Another site could post any text together with an ID that it read here.
  if (!answer || !unknown.typed || !isSameOrigin(headers)) return false
  answer.stalePost = unknown.typed
  return true
}

function isSameOrigin(headers: Headers): boolean {
  const [origin, secFetchSite] = [headers.get('origin'), headers.get('sec-fetch-site')]
  try {
    assertSameOrigin({ origin, secFetchSite, cookie: headers.get('cookie') }, env().APP_URL)
    // A browser always sends one of them with a form.
    return origin !== null || secFetchSite !== null
  } catch {
    return false
  }
}
