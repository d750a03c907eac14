import { expect, it } from 'vitest'
import { MINIMUM_TIME, withConstantTime } from './with-constant-time'

// Lower bounds only: how much longer it takes depends on the machine.
async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await withConstantTime(work).catch(() => {})
  return performance.now() - start
}

it.each([
  ['succeeds', async () => 1],
  ['fails', () => Promise.reject(new Error('No.'))],
])('answers no sooner than the minimum time when the work %s', async (_how, work) => {
  expect(await time(work)).toBeGreaterThan(MINIMUM_TIME - 5)
})

it('returns or throws what the work does', async () => {
  await expect(withConstantTime(async () => 'done')).resolves.toBe('done')
  await expect(withConstantTime(() => Promise.reject(new Error('No.')))).rejects.toThrow('No.')
})
