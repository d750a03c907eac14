import 'server-only'
import { randomUUID } from 'node:crypto'

import { makeChallenge } from '@kit/captcha/challenge'
import { env } from '@kit/env'

import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { countCall } from './count-call'
import { actionMetadataSchema } from '../clients/metadata'

const nameSchema = actionMetadataSchema.shape.name

/**
 * Answers `GET ?action=<name>` with a proof-of-work challenge for one call of that action. Public and limited by IP; the
 * action itself checks the solution.
 */
export async function challengeReply(request: Request): Promise<Response> {
  if (env().TURNSTILE_SITE_KEY) return refusal(404)
  // Another site's page could otherwise use up its visitors' limit.
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return refusal(403)
  const action = nameSchema.safeParse(new URL(request.url).searchParams.get('action'))
  if (!action.success) return refusal(400)

  const ctx = { requestId: randomUUID(), ip: callerIp(request.headers) }
  const { allowed, retryAfterSeconds } = await countCall('captcha.challenge', { ctx, clientInput: undefined })
  if (!allowed) return refusal(429, { 'Retry-After': String(retryAfterSeconds) })
  return Response.json(await makeChallenge(action.data), { headers: noStore })
}

/** A cached challenge would reach many visitors and work for only one. */
const noStore = { 'Cache-Control': 'no-store' }

function refusal(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...noStore, ...headers } })
}
