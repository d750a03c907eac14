import { NextRequest } from 'next/server'
import { beforeEach, expect, test, vi } from 'vitest'

vi.stubEnv('DATABASE_URL', 'postgresql://app@127.0.0.1:1/none')
vi.stubEnv('APP_URL', 'http://app.test')
vi.stubEnv('PAGE_READS_PER_MINUTE', '300')
vi.stubEnv('CLIENT_IP_HEADER', 'x-client')
const recordRefusal = vi.hoisted(() => vi.fn<() => Promise<void>>(async () => {}))
vi.mock(import('@kit/action-middleware/refusals/record-refusal'), () => ({ recordRefusal }))

const { proxy } = await import('./proxy')

const event = { waitUntil: () => {} }

const call = (ip: string, headers: Record<string, string> = {}) =>
  proxy(
    new NextRequest('http://app.test/acme', {
      method: 'POST',
      headers: { host: 'app.test', 'x-client': ip, 'next-action': 'a', ...headers },
    }),
    event,
  )

beforeEach(() => recordRefusal.mockClear())

test('a flood of calls from another site is recorded a bounded number of times for each IP', async () => {
  const origin = 'https://evil.example'
  for (let times = 0; times < 300; times += 1) await call('203.0.113.7', { origin })
  expect(recordRefusal).toHaveBeenCalledTimes(30)
  await call('203.0.113.8', { origin })
  expect(recordRefusal).toHaveBeenCalledTimes(31)
})

test('a form without JavaScript that is too large gets a page that says so', async () => {
  const body = new FormData()
  body.set('picture', new File([new Uint8Array(129 * 1024)], 'me.png'))
  const sent = new NextRequest('http://app.test/account', {
    method: 'POST',
    body,
    headers: { host: 'app.test', 'x-client': '203.0.113.9' },
  })
  const reply = await proxy(sent, event)
  expect(reply.status).toBe(413)
  expect(await reply.text()).toContain('choose a smaller file')
})
