import { NextRequest } from 'next/server'
import { expect, test, vi } from 'vitest'

vi.stubEnv('DATABASE_URL', 'postgresql://app@127.0.0.1:1/none')
vi.stubEnv('PAGE_READS_PER_MINUTE', '30')
vi.stubEnv('CLIENT_IP_HEADER', 'x-client')

const { countIpRead } = await import('./count-ip-read')

const read = (ip: string, { method = 'GET', cookie = '', ...headers }: Record<string, string> = {}) =>
  countIpRead(
    new NextRequest('http://localhost/', { method, headers: { 'x-client': ip, cookie, ...headers } }),
  )

const refusals = (times: number, call: () => number) =>
  Array.from({ length: times }, call).filter((wait) => wait > 0).length

test('a signed-out IP has its own count, and calls to actions do not count', () => {
  expect(refusals(50, () => read('203.0.113.7', { method: 'POST', 'next-action': 'x' }))).toBe(0)
  expect(refusals(40, () => read('203.0.113.7'))).toBe(10)
  expect(read('203.0.113.8')).toBe(0)
})

test('an unverified cookie raises the limit but does not remove it', () => {
  const cookie = 'gatehouse.session_token=made-up'
  expect(refusals(610, () => read('203.0.113.9', { cookie }))).toBe(10)
  expect(read('203.0.113.9')).toBe(0)
})

test.each([
  ['HEAD', '203.0.113.11'],
  ['POST', '203.0.113.12'],
  ['PUT', '203.0.113.13'],
])('a page rendered by %s without an action counts', (method, ip) => {
  expect(refusals(40, () => read(ip, { method }))).toBe(10)
})

test('a request other than POST counts, even with the ID of an action', () => {
  expect(refusals(40, () => read('203.0.113.20', { 'next-action': 'x' }))).toBe(10)
})
