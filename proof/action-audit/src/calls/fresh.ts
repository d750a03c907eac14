import type { Abstract } from '../guards/abstract'

/** Functions that return a different value on every call, by package. */
const fresh: Readonly<Record<string, readonly string[]>> = {
  global: ['crypto.randomUUID', 'Math.random', 'Date.now', 'performance.now'],
  crypto: ['randomUUID', 'randomBytes', 'randomInt'],
  nanoid: ['nanoid'],
  uuid: ['v1', 'v4', 'v6', 'v7'],
  ulid: ['ulid'],
  '@paralleldrive/cuid2': ['createId'],
}

/** Whether a function returns a random value or the current time. */
export function isFresh({ source, path }: Extract<Abstract, { kind: 'external' }>): boolean {
  return fresh[source.replace(/^node:/, '')]?.includes(path.replace(/^default\./, '')) ?? false
}
