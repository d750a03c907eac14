import { vi } from 'vitest'

/** For stores that go by the clock of the process: it is set ahead, and stands still there. */
export async function travel(seconds: number): Promise<void> {
  const then = Date.now() + seconds * 1000
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(then)
}
