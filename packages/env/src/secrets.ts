import { env } from './env'

/** Returns the current secret, then the ones it replaced. Encrypt and sign with the first; accept what any of them produced. */
export function secrets(): [current: string, ...previous: string[]] {
  const { BETTER_AUTH_SECRET, BETTER_AUTH_SECRET_PREVIOUS } = env()
  return [BETTER_AUTH_SECRET, ...BETTER_AUTH_SECRET_PREVIOUS]
}
