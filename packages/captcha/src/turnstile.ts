import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'

import { env } from '@kit/env'

import { LIFETIME } from './lifetime'
import { turnstileAction } from './turnstile-action'
import { failed, type Verdict } from './verdict'

/** Milliseconds to wait for Cloudflare. */
const TIMEOUT = 5000

const replySchema = z.union([
  z.object({ success: z.literal(true), action: z.string(), hostname: z.string() }),
  z.object({ success: z.literal(false), 'error-codes': z.array(z.string()) }),
])

/** Error codes about the token. Any other code means a problem on our or Cloudflare's side. */
const tokenErrors = new Set(['missing-input-response', 'invalid-input-response', 'timeout-or-duplicate'])

/** Verifies a token with Cloudflare. Only a success for this action and this host counts; no answer is a refusal. */
export async function verifyTurnstile(
  value: string,
  action: string,
  { patience = TIMEOUT } = {},
): Promise<Verdict> {
  const { TURNSTILE_SECRET_KEY: secret = '', TURNSTILE_VERIFY_URL, APP_URL } = env()
  try {
    const response = await fetch(TURNSTILE_VERIFY_URL, {
      method: 'POST',
      body: new URLSearchParams({ secret, response: value }),
      // A redirect would send the secret elsewhere and trust the answer.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const reply = replySchema.parse(await response.json())
    if (!reply.success) {
      const faults = reply['error-codes']
      if (faults.length > 0 && faults.every((fault) => tokenErrors.has(fault))) return failed
      throw new Error(`Turnstile failed: ${faults.join(', ') || 'no reason given'}.`)
    }
    if (reply.action !== turnstileAction(action) || reply.hostname !== new URL(APP_URL).hostname)
      return failed
    const id = createHash('sha256').update(value).digest('hex')
    return { proof: { id, expiresAt: new Date(Date.now() + LIFETIME) } }
  } catch (error) {
    return { refused: 'unavailable', error }
  }
}
