import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

import { captchaKey } from './captcha-key'
import { LIFETIME, WAIT } from './lifetime'
import { failed, type Verdict } from './verdict'

const PREFIX = 'wait'

/** `wait.<id>.<when it was made>.<signature>`; the action is signed and not told. */
const shape = /^wait\.([\w-]{22})\.(\d{13})\.([\w-]{43})$/

/**
 * For a visitor without JavaScript, whose machine cannot be made to work: it has to wait instead. Rendered into the form,
 * it becomes good after ten seconds and is good once. A robot could let many of them ripen at once, which is why
 * `withCaptcha` takes only a few from one address and from everybody.
 */
export function makeWaitingToken(action: string): string {
  const id = randomBytes(16).toString('base64url')
  const made = String(Date.now())
  return [PREFIX, id, made, signature(action, id, made)].join('.')
}

export function isWaitingToken(value: string): boolean {
  return value.startsWith(`${PREFIX}.`)
}

/** Judges a token that this app rendered for this action. */
export function judgeWaitingToken(value: string, action: string): Verdict {
  const [, id, made, given] = shape.exec(value) ?? []
  if (!id || !made || !given) return failed
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(signature(action, id, made)))) return failed
  const age = Date.now() - Number(made)
  if (age < WAIT) return { refused: 'early' }
  if (age >= LIFETIME) return failed
  return { proof: { id, expiresAt: new Date(Number(made) + LIFETIME), waited: true } }
}

function signature(action: string, id: string, made: string): string {
  return createHmac('sha256', captchaKey('waiting'))
    .update(JSON.stringify([action, id, made]))
    .digest('base64url')
}
