import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds; several times what the work takes, so a busy database doesn't show in the timing. */
export const MINIMUM_TIME = 300

/**
 * Takes at least MINIMUM_TIME, even if the work fails. A known email runs other statements than an
 * unknown one, and repeated requests would reveal which by their timing.
 */
export async function withConstantTime<T>(work: () => Promise<T>): Promise<T> {
  const floor = sleep(MINIMUM_TIME)
  try {
    return await work()
  } finally {
    await floor
  }
}
