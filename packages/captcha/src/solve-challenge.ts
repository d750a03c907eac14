import { solveChallenge as findKey } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Challenge } from 'altcha-lib/types'

/**
 * Does the work of a challenge, in a browser. Each round is done by the browser's own cryptography on a thread of its
 * own, so the page goes on working.
 * @returns what the captcha field takes
 * @throws when it is not solved within a minute and a half
 */
export async function solveChallenge(challenge: Challenge): Promise<string> {
  const solution = await findKey({ challenge, deriveKey })
  if (!solution) throw new Error('The work took too long.')
  return btoa(JSON.stringify({ challenge, solution }))
}
