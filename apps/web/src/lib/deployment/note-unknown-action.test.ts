import { NextRequest } from 'next/server'
import { expect, test, vi } from 'vitest'

vi.stubEnv('DATABASE_URL', 'postgresql://app@127.0.0.1:1/none')
vi.stubEnv('PAGE_READS_PER_MINUTE', '30')
vi.stubEnv('CLIENT_IP_HEADER', 'x-client')
vi.mock(import('./known-build'), () => ({
  knownBuild: async () => ({ actionIds: new Set(['known']), keys: [Buffer.alloc(32).toString('base64')] }),
}))
const recordRefusal = vi.hoisted(() => vi.fn<() => Promise<void>>(async () => {}))
vi.mock(import('@kit/action-middleware/refusals/record-refusal'), () => ({ recordRefusal }))

const { noteUnknownAction } = await import('./note-unknown-action')

const call = (ip: string, action: string) =>
  noteUnknownAction(
    new NextRequest('http://localhost/acme', {
      method: 'POST',
      headers: { 'x-client': ip, 'next-action': action },
    }),
    undefined,
    () => {},
  )

test('a flood of unknown actions has to wait, and is recorded no more often than the limit', async () => {
  const waits: number[] = []
  for (let times = 0; times < 50; times += 1) waits.push((await call('203.0.113.7', 'unknown')).wait)
  expect(waits.filter((wait) => wait > 0)).toHaveLength(20)
  expect(recordRefusal).toHaveBeenCalledTimes(30)
  expect((await call('203.0.113.8', 'unknown')).wait).toBe(0)
  expect(recordRefusal).toHaveBeenCalledTimes(31)
})

test('a known action is not counted', async () => {
  recordRefusal.mockClear()
  for (let times = 0; times < 50; times += 1) expect((await call('203.0.113.9', 'known')).wait).toBe(0)
  await call('203.0.113.9', 'unknown')
  expect(recordRefusal).toHaveBeenCalledTimes(1)
})
