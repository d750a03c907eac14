import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

import { captchaKey } from './captcha-key'
import { LIFETIME, WAIT } from './lifetime'
import { failed, type Verdict } from './verdict'

const PREFIX = 'wait'

/** `wait.<id>.<created at>.<signature>`; the signature covers the action too. */
const shape = /^wait\.([\w-]{22})\.(\d{13})\.([\w-]{43})$/

/**
 * Creates a token for a visitor without JavaScript, who waits instead of computing. Rendered into the form, it becomes
 * valid after ten seconds and works once. A bot could collect many, so `withCaptcha` limits them by IP and in total.
 */
export function makeWaitingToken(action: string): string {
  const id = randomBytes(16).toString('base64url')
  const made = String(Date.now())
  return [PREFIX, id, made, signature(action, id, made)].join('.')
}

export function isWaitingToken(value: string): boolean {
  return value.startsWith(`${PREFIX}.`)
}

/** Checks a token that this app created for this action. */
export function verifyWaitingToken(value: string, action: string): Verdict {
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
