import { createMiddleware } from 'next-safe-action'

import { CAPTCHA_FIELD } from '@kit/captcha/captcha-field'
import { judgeCaptcha } from '@kit/captcha/judge-captcha'
import type { Proof } from '@kit/captcha/verdict'
import { spendCaptcha } from '@kit/db/captcha/captcha-spent'

import { ActionError } from '../errors/action-error'
import { countCall, enforceLimit, type PublicPolicyName } from '../chain/count-call'
import { describeError } from '@kit/log/describe-error'
import { textField } from '../input/input-field'
import { logger } from '@kit/log/logger'
import type { ActionMetadata } from '../clients/metadata'

/**
 * A proof is spent for good, whatever becomes of the call, so it is not part of a tenant's transaction; and who held one
 * connection of the pool while waiting for another could wait for ever. So it stands behind no organization client.
 */
interface CaptchaContext {
  requestId: string
  ip: string
  db?: never
}

export interface CaptchaOptions {
  /** So many calls go without a proof, counted under this policy; every call needs one when it is left out. */
  after?: PublicPolicyName
}

/**
 * Demands that no robot calls: the call's `captcha` field holds a proof that was made for this very action, is not over,
 * and was never used before. It stands before the schema, which takes the field by `captchaField`, and behind limits by
 * address, so that judging is not free.
 * @throws ActionError CAPTCHA_REQUIRED, CAPTCHA_FAILED; UNAVAILABLE when nobody can tell; RATE_LIMITED for those who
 *   wait instead of working
 */
export function withCaptcha({ after }: CaptchaOptions = {}) {
  return createMiddleware<{ ctx: CaptchaContext; metadata: ActionMetadata }>().define(
    async ({ ctx, clientInput, metadata, next }) => {
      const value = textField(clientInput, CAPTCHA_FIELD)
      if (!value) {
        // Counted before anything is done, so that guesses sent all at once do not each find the count at nought.
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
  const verdict = await judgeCaptcha(value, action)
  if ('proof' in verdict) return verdict.proof
  if (verdict.refused === 'unavailable') {
    logger.error({ requestId, action, error: describeError(verdict.error) }, 'captcha could not be judged')
    throw new ActionError('UNAVAILABLE')
  }
  if (verdict.refused === 'early') throw new ActionError('CAPTCHA_FAILED', { message: TOO_EARLY })
  throw new ActionError('CAPTCHA_FAILED')
}

const TOO_EARLY = 'That was too fast. Wait ten seconds, then send it again.'
