import 'server-only'
import { createChallenge, randomInt } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'

import { env } from '@kit/env'

import { captchaKey } from './captcha-key'
import { LIFETIME } from './lifetime'

/** PBKDF2 iterations per round: about a millisecond in a browser, off the main thread. */
const COST = 5000

/**
 * Creates a proof-of-work challenge for one call of one action, by ALTCHA's protocol. Creating it costs one round, checking
 * the solution none.
 * @param action the name in the action's metadata; the solution works for no other
 */
export async function makeChallenge(action: string): Promise<Challenge> {
  const work = env().CAPTCHA_WORK
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(work, Math.ceil(work / 2)),
    deriveKey,
    data: { action },
    expiresAt: new Date(Date.now() + LIFETIME),
    hmacSignatureSecret: captchaKey('challenge'),
    hmacKeySignatureSecret: captchaKey('answer'),
  })
}
