import 'server-only'
import { randomUUID } from 'node:crypto'

import type { NextRequest } from 'next/server'

import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { recordRefusal } from '@kit/action-middleware/refusals/record-refusal'
import { logger } from '@kit/log/logger'
import { count } from '@kit/telemetry/count'

import { countUnknownCall } from '@/lib/overload/count-unknown-call'
import { answers } from '@/lib/request/answer'
import { sentFromHere } from '@/lib/request/sent-from-here'

import { knownBuild } from './known-build'
import { ownDeployment } from './own-deployment'
import { unknownAction } from './unknown-action'

export interface Noted {
  /** Seconds to wait, when the caller is over the limit for such calls; otherwise 0. */
  wait: number
  /** Whether to render the page again with what was typed, instead of calling an action. */
  isStalePost: boolean
}

const nothing: Noted = { wait: 0, isStalePost: false }

/**
 * Counts a call to an action that this build doesn't have: in the log and the metrics if it comes from another deployment's
 * page, otherwise as a refusal. A flood is neither recorded nor answered by Next: no gate limits such calls, and recording them
 * writes to the database.
 * @param form what was posted, if it was a form
 */
export async function noteUnknownAction(
  request: NextRequest,
  form: FormData | undefined,
  record: (work: Promise<void>) => void,
): Promise<Noted> {
  const { method, headers, nextUrl } = request
  const build = method === 'POST' ? await knownBuild() : undefined
  const unknown = build && unknownAction({ method, headers, form }, build, ownDeployment())
  if (!unknown) return nothing
  const wait = countUnknownCall(headers)
  if (wait > 0) return { wait, isStalePost: false }
  const answer = answers.getStore()
  const requestId = answer?.requestId ?? randomUUID()
  if (!unknown.isStale) {
    const organization = organizationSlugSchema.safeParse(nextUrl.pathname.split('/')[1]).data
    const actor = { network: callerIp(headers) }
    record(recordRefusal({ kind: 'not-found', action: 'any.call', actor, organization, requestId }))
    return nothing
  }
  count('gatehouse.stale_deployments')
  logger.info({ requestId }, 'call from an earlier deployment')
  if (!answer || !unknown.typed || !sentFromHere(headers)) return nothing
  answer.stalePost = unknown.typed
  return { wait: 0, isStalePost: true }
}
