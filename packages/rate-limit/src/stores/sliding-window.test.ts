import { Redis } from '@upstash/redis'
import { expect, it, vi } from 'vitest'

import { slidingWindow } from './sliding-window'

const answering = (result: unknown) => {
  const request = vi.fn<() => Promise<object>>(async () => ({ result }))
  const hit = slidingWindow(new Redis({ request }))
  return { hit: () => hit('key', 5, 60), request }
}

it('asks once and returns the script’s answer', async () => {
  const { hit, request } = answering([4, 5])
  expect(await hit()).toEqual({ allowed: true, retryAfterSeconds: 0 })
  expect(request).toHaveBeenCalledTimes(1)
})

it('says when the next window leaves room', async () => {
  const { retryAfterSeconds, allowed } = await answering([-1, 5]).hit()
  expect(allowed).toBe(false)
  expect(retryAfterSeconds).toBeGreaterThanOrEqual(1)
  // Plus a fifth of the next window.
  expect(retryAfterSeconds).toBeLessThanOrEqual(73)
})

it.each([[[null, null]], [[4]], [[4, 99]], [[]], [null], ['OK'], ['45'], [1], [{}]])(
  'refuses any other answer: %j',
  async (result) => {
    await expect(answering(result).hit()).rejects.toThrow(/answer|iterable/)
  },
)
