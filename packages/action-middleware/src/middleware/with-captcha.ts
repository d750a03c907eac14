import { createMiddleware } from 'next-safe-action'

import { CAPTCHA_FIELD } from '@kit/captcha/captcha-field'
import { verifyCaptcha } from '@kit/captcha/verify-captcha'
import type { Proof } from '@kit/captcha/verdict'
import { spendCaptcha } from '@kit/db/captcha/captcha-spent'

import { inSpan } from '@kit/telemetry/in-span'

import { ActionError } from '../errors/action-error'
import { countCall, enforceLimit, type PublicPolicyName } from '../chain/count-call'
import { describeError } from '@kit/log/describe-error'
import { textField } from '../input/input-field'
import { logger } from '@kit/log/logger'
import type { ActionMetadata } from '../clients/metadata'

/**
 * Not for organization clients: a solution stays spent when the call rolls back, so it needs a second connection, and a
 * transaction that waits for one could deadlock the pool.
 */
interface CaptchaContext {
  requestId: string
  ip: string
  db?: never
}

export interface CaptchaOptions {
  /** Calls within this policy need no solution. Without it, every call needs one. */
  after?: PublicPolicyName
}

/**
 * Requires a captcha solution in the `captcha` field: made for this action, not expired, and not used before. Place it
 * before the schema, which includes `captchaField`, and after limits by IP, because verification costs work.
 * @throws ActionError CAPTCHA_REQUIRED, CAPTCHA_FAILED; UNAVAILABLE when verification fails; RATE_LIMITED for waiting
 *   tokens
 */
export function withCaptcha({ after }: CaptchaOptions = {}) {
  return createMiddleware<{ ctx: CaptchaContext; metadata: ActionMetadata }>().define(
    async ({ ctx, clientInput, metadata, next }) => {
      const value = textField(clientInput, CAPTCHA_FIELD)
      if (!value) {
        // Counted first, so parallel guesses can't all see a count of zero.
        const spared = after && (await countCall(after, { ctx, clientInput })).allowed
        if (!spared) throw new ActionError('CAPTCHA_REQUIRED')
        return next()
      }
      const { id, expiresAt, waited } = await proofOf(value, metadata.name, ctx.requestId)
      if (waited) {
        await enforceLimit('captcha.waitingIp', { ctx, clientInput })
        await enforceLimit('captcha.waitingTotal', { ctx, clientInput })
      }
      if (!(await spendCaptcha(id, expiresAt))) throw new ActionError('CAPTCHA_FAILED')
      return next()
    },
  )
}

async function proofOf(value: string, action: string, requestId: string): Promise<Proof> {
  const verdict = await inSpan('gate.captcha', {}, () => verifyCaptcha(value, action))
  if ('proof' in verdict) return verdict.proof
  if (verdict.refused === 'unavailable') {
    logger.error({ requestId, action, error: describeError(verdict.error) }, 'captcha could not be verified')
    throw new ActionError('UNAVAILABLE')
  }
  if (verdict.refused === 'early') throw new ActionError('CAPTCHA_FAILED', { message: TOO_EARLY })
  throw new ActionError('CAPTCHA_FAILED')
}

const TOO_EARLY = 'You sent this too soon. Wait ten seconds, then send again.'
