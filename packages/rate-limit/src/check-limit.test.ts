import { useTestDatabase } from '@kit/db/testing/use-test-database'
import { afterAll, expect, it, vi } from 'vitest'

import { checkLimit, closeLimits } from './check-limit'
import type { StoreFailure } from './limiter'
import { policies } from './policies'

// These tests are not about the store's deadline.
vi.mock('./stores/store', async () => ({ STORE_DEADLINE: (await import('./testing/patience')).PATIENCE }))

const db = useTestDatabase()
const failures: StoreFailure[] = []
const log = (failure: StoreFailure) => failures.push(failure)

afterAll(closeLimits)

it('counts for the whole process in the configured store', async () => {
  const { limit } = policies['signIn.email']
  const attempt = () => checkLimit('signIn.email', { email: 'owner@acme.test' }, log)
  const results = await Promise.all(Array.from({ length: 3 * limit }, attempt))
  // One more if the window ends during the test.
  expect([limit, limit + 1]).toContain(results.filter(({ allowed }) => allowed).length)
  expect((await checkLimit('signIn.email', { email: 'admin@acme.test' }, log)).allowed).toBe(true)
  expect(failures).toEqual([])
  const rows = await db.owner<{ key: string }[]>`SELECT key FROM rate_limit`
  expect(rows.map(({ key }) => key)).toEqual([
    expect.stringMatching(/^signIn\.email:/),
    expect.stringMatching(/^signIn\.email:/),
  ])
})

it('opens another store after closing', async () => {
  await closeLimits()
  expect((await checkLimit('default.user', { user: 'a' }, log)).allowed).toBe(true)
})

// Never called; checks the types.
export function typed() {
  void checkLimit('roles.create', { user: 'a', organization: 'b' }, log)
  // @ts-expect-error -- there is no such policy
  void checkLimit('roles.everything', { user: 'a' }, log)
  // @ts-expect-error -- also counts by organization
  void checkLimit('roles.create', { user: 'a' }, log)
  // @ts-expect-error -- counts by email, not by IP
  void checkLimit('signIn.email', { ip: '203.0.113.7' }, log)
}
