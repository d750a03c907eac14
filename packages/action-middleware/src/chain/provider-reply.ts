import 'server-only'
import { randomUUID } from 'node:crypto'

import { finishAttempt, type ProviderOutcome, type ProviderProblem } from '@kit/auth/providers/finish-attempt'
import { isProviderId } from '@kit/auth/providers/provider-ids'
import { enabledProviders } from '@kit/auth/providers/providers'
import { isBusy } from '@kit/db/connection/busy-error'
import type { SecurityEventKind } from '@kit/db/activity/security-event-values'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { callerIp } from '@kit/rate-limit/ip/caller-ip'

import { recordRefusal } from '../refusals/record-refusal'
import { countCall } from './count-call'

/** The outcome of a callback, including the one problem that only this route has: its rate limit. */
export type CallbackOutcome = ProviderOutcome | { kind: 'problem'; problem: 'limited'; purpose: 'sign-in' }

const ACTION = 'auth.providerCallback'

/** How each problem is recorded; the others are the person's own choice or our failure. */
const kinds: Partial<Record<ProviderProblem, SecurityEventKind>> = {
  ended: 'invalid-link',
  failed: 'failed-sign-in',
  suspended: 'failed-sign-in',
  'sign-up-closed': 'denied',
  'not-confirmed': 'failed-sign-in',
}

/**
 * Answers the browser that comes back from a provider. Public and limited by IP. A browser navigates here, so no header can
 * prove where the request comes from. The `state` proves it: only this browser and the provider know it.
 * @param pathOf returns the path in the app to redirect the browser to
 */
export async function providerReply(
  request: Request,
  provider: string,
  pathOf: (outcome: CallbackOutcome) => string,
): Promise<Response> {
  if (!isProviderId(provider) || !enabledProviders().some(({ id }) => id === provider))
    return new Response(null, { status: 404, headers: noStore })
  const requestId = randomUUID()
  const ip = callerIp(request.headers)
  const to = (outcome: CallbackOutcome) =>
    new Response(null, { status: 303, headers: { ...noStore, Location: pathOf(outcome) } })
  const { allowed } = await countCall('providerCallback.ip', {
    ctx: { requestId, ip },
    clientInput: undefined,
  })
  if (!allowed) return to({ kind: 'problem', problem: 'limited', purpose: 'sign-in' })
  const outcome = await finished(provider, new URL(request.url).search, requestId)
  const kind = outcome.kind === 'problem' && kinds[outcome.problem]
  if (kind)
    await recordRefusal({ kind, action: ACTION, actor: { network: ip }, organization: undefined, requestId })
  return to(outcome)
}

async function finished(
  provider: Parameters<typeof finishAttempt>[0],
  search: string,
  requestId: string,
): Promise<ProviderOutcome> {
  try {
    return await finishAttempt(provider, search, requestId)
  } catch (error) {
    const event = { requestId, action: ACTION, error: describeError(error) }
    logger.error(event, isBusy(error) ? 'database was busy' : 'sign-in with a provider failed')
    return { kind: 'problem', problem: 'failed', purpose: 'sign-in' }
  }
}

/** The URL holds a code. */
const noStore = { 'Cache-Control': 'no-store' }
