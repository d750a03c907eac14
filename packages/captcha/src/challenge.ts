import 'server-only'
import { createChallenge, randomInt } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'

import { env } from '@kit/env'

import { captchaKey } from './captcha-key'
import { LIFETIME } from './lifetime'

/** One round takes a browser about a millisecond, away from the page's own thread; a robot no less. */
const COST = 5000

/**
 * Work for one call of one action, by ALTCHA's protocol: to find the number of rounds after which a derived key begins
 * as this one does. To give it costs one round, to judge it none.
 * @param action the name in the action's metadata; the solution is good for no other
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
