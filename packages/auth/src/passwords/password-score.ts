import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/**
 * Code points. The time of the check grows with the square of the length, and a password that long is hard to guess
 * or repetitive.
 */
const CHECKED_LENGTH = 40

let loading: Promise<ZxcvbnFactory> | undefined

/**
 * How hard a password is to guess, by the patterns that guessing programs try first (zxcvbn, by Daniel Wheeler): 0 to 4,
 * and below 3 if fewer than 10^8 guesses are enough.
 * @param about words that others know about the person, such as the email
 */
export async function passwordScore(password: string, about: readonly string[]): Promise<number> {
  // The list of common passwords is large, and most requests and pages don't need it.
  loading ??= load()
  const zxcvbn = await loading
  const begin = [...password].slice(0, CHECKED_LENGTH).join('')
  return zxcvbn.check(begin, ['gatehouse', ...about].flatMap(wordsOf)).score
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')])
  return new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })
}

/** A name or an email, the part before its @, and each word. */
const wordsOf = (text: string): string[] =>
  [text, ...text.split('@'), ...text.split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length > 2)
