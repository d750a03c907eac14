import { env } from './env'

/** Returns the current secret, then those that it replaced. Write with the first; read what any of them wrote. */
export function secrets(): [current: string, ...previous: string[]] {
  const { BETTER_AUTH_SECRET, BETTER_AUTH_SECRET_PREVIOUS } = env()
  return [BETTER_AUTH_SECRET, ...BETTER_AUTH_SECRET_PREVIOUS]
}
