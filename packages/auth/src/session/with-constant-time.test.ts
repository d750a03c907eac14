import { expect, it } from 'vitest'
import { MINIMUM_TIME, withConstantTime } from './with-constant-time'

// Only ever at least: how much later an answer comes is the machine's doing.
async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await withConstantTime(work).catch(() => {})
  return performance.now() - start
}

it.each([
  ['succeeds', async () => 1],
  ['fails', () => Promise.reject(new Error('No.'))],
])('answers no sooner than the floor when the work %s', async (_how, work) => {
  expect(await time(work)).toBeGreaterThan(MINIMUM_TIME - 5)
})

it('passes on what comes of the work', async () => {
  await expect(withConstantTime(async () => 'done')).resolves.toBe('done')
  await expect(withConstantTime(() => Promise.reject(new Error('No.')))).rejects.toThrow('No.')
})
