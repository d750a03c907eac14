import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds; several times what the work takes, so that a busy database does not show through. */
export const MINIMUM_TIME = 300

/**
 * Answers no sooner than after MINIMUM_TIME, however the work ends. A known address costs other statements than an unknown
 * one, and enough requests would tell the difference by the clock.
 */
export async function withConstantTime<T>(work: () => Promise<T>): Promise<T> {
  const floor = sleep(MINIMUM_TIME)
  try {
    return await work()
  } finally {
    await floor
  }
}
