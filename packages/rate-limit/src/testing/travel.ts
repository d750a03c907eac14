import { vi } from 'vitest'

/** Moves the process's clock ahead and stops it there, for stores that use it. */
export async function travel(seconds: number): Promise<void> {
  const then = Date.now() + seconds * 1000
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(then)
}
