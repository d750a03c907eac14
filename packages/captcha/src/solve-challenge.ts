import { solveChallenge as findKey } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Challenge } from 'altcha-lib/types'

/**
 * Solves a challenge in a browser, with WebCrypto off the main thread.
 * @returns the value of the captcha field
 * @throws when it takes longer than 90 seconds
 */
export async function solveChallenge(challenge: Challenge): Promise<string> {
  const solution = await findKey({ challenge, deriveKey })
  if (!solution) throw new Error('Solving the challenge took too long.')
  return btoa(JSON.stringify({ challenge, solution }))
}
