import { NextRequest } from 'next/server'
import { expect, test, vi } from 'vitest'

vi.stubEnv('DATABASE_URL', 'postgresql://app@127.0.0.1:1/none')
vi.stubEnv('PAGE_READS_PER_MINUTE', '30')
vi.stubEnv('CLIENT_IP_HEADER', 'x-client')
vi.mock(import('./known-build'), () => ({
  knownBuild: async () => ({ actionIds: new Set(['known']), key: Buffer.alloc(32).toString('base64') }),
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
    () => {},
  )

test('a flood of unknown actions is recorded no more often than one IP may open pages', async () => {
  for (let times = 0; times < 50; times += 1) await call('203.0.113.7', 'unknown')
  expect(recordRefusal).toHaveBeenCalledTimes(30)
  await call('203.0.113.8', 'unknown')
  expect(recordRefusal).toHaveBeenCalledTimes(31)
})

test('a known action is not counted', async () => {
  recordRefusal.mockClear()
  for (let times = 0; times < 50; times += 1) await call('203.0.113.9', 'known')
  await call('203.0.113.9', 'unknown')
  expect(recordRefusal).toHaveBeenCalledTimes(1)
})
