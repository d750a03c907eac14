import { expect, test, vi } from 'vitest'

const database = vi.hoisted(() => ({ answer: vi.fn<() => Promise<void>>() }))
vi.mock('@kit/db/connection/role-check', () => ({ assertMigrated: database.answer }))

const { logger } = await import('@kit/log/logger')
logger.level = 'silent'
const { isReady } = await import('./is-ready')
const { startStopping } = await import('./stopping')
const { probeReply } = await import('./probe-reply')

test('follows the database, asks it at most once a second, and ends with the process', async () => {
  database.answer.mockResolvedValue()
  expect(await Promise.all([isReady(0), isReady(1), isReady(999)])).toEqual([true, true, true])
  expect(database.answer).toHaveBeenCalledTimes(1)
  database.answer.mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.1:5432'))
  expect(await isReady(1000)).toBe(false)
  database.answer.mockResolvedValue()
  expect(await isReady(2000)).toBe(true)
  startStopping()
  expect(await isReady(2000)).toBe(false)
})

test.each([
  [true, 200],
  [false, 503],
])('answers only %s', async (isOk, status) => {
  const reply = probeReply(isOk)
  expect(reply.status).toBe(status)
  expect(Object.fromEntries(reply.headers)).toEqual({
    'cache-control': 'no-store',
    'content-type': 'text/plain; charset=utf-8',
  })
  expect(await reply.text()).toMatch(/^(ok|unavailable)\n$/)
})
