import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'

import { env } from '@kit/env'

import { LIFETIME } from './lifetime'
import { turnstileAction } from './turnstile-action'
import { failed, type Verdict } from './verdict'

/** Milliseconds. Somebody waits for the answer of a form. */
const PATIENCE = 5000

const replySchema = z.union([
  z.object({ success: z.literal(true), action: z.string(), hostname: z.string() }),
  z.object({ success: z.literal(false), 'error-codes': z.array(z.string()) }),
])

/** Faults of the token. Any other code is one of ours or of theirs, and says nothing about who calls. */
const faultsOfTheToken = new Set(['missing-input-response', 'invalid-input-response', 'timeout-or-duplicate'])

/**
 * Asks Cloudflare about a token. Only their clear yes, for this action and on this site, is one; what is no answer
 * leaves the question open, and the call is refused.
 */
export async function judgeTurnstile(
  value: string,
  action: string,
  { patience = PATIENCE } = {},
): Promise<Verdict> {
  const { TURNSTILE_SECRET_KEY: secret = '', TURNSTILE_VERIFY_URL, APP_URL } = env()
  try {
    const response = await fetch(TURNSTILE_VERIFY_URL, {
      method: 'POST',
      body: new URLSearchParams({ secret, response: value }),
      // Elsewhere nobody is trusted to say yes, nor told the secret.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const reply = replySchema.parse(await response.json())
    if (!reply.success) {
      const faults = reply['error-codes']
      if (faults.length > 0 && faults.every((fault) => faultsOfTheToken.has(fault))) return failed
      throw new Error(`Turnstile answered ${faults.join(', ') || 'no, without a reason'}.`)
    }
    if (reply.action !== turnstileAction(action) || reply.hostname !== new URL(APP_URL).hostname)
      return failed
    const id = createHash('sha256').update(value).digest('hex')
    return { proof: { id, expiresAt: new Date(Date.now() + LIFETIME) } }
  } catch (error) {
    return { refused: 'unavailable', error }
  }
}
