import { describe, expect, it } from 'vitest'

import { clientIp, UNKNOWN_IP } from './client-ip'

const peer = 'x-peer-1'
const direct = { trustedProxyHops: 0, peerHeader: peer }
const behind = (trustedProxyHops: number) => ({ trustedProxyHops, peerHeader: peer })
const byHeader = { trustedProxyHops: 0, clientIpHeader: 'cf-connecting-ip', peerHeader: peer }

const forwarded = (value: string, source: { trustedProxyHops: number }) =>
  clientIp(new Headers({ 'x-forwarded-for': value, [peer]: '10.0.0.1' }), source)

describe('clientIp without a proxy', () => {
  it('is the IP of the socket', () => {
    expect(clientIp(new Headers({ [peer]: '203.0.113.7' }), direct)).toBe('203.0.113.7')
    expect(clientIp(new Headers({ [peer]: '::ffff:203.0.113.7' }), direct)).toBe('203.0.113.7')
  })

  it.each(['198.51.100.1', '198.51.100.2', '198.51.100.1, 203.0.113.7', 'garbage'])(
    'ignores X-Forwarded-For: %s',
    (value) => {
      expect(forwarded(value, direct)).toBe('10.0.0.1')
      const unwatched = new Headers({
        'x-forwarded-for': value,
        'x-real-ip': value,
        forwarded: `for=${value}`,
      })
      expect(clientIp(unwatched, { trustedProxyHops: 0 })).toBe(UNKNOWN_IP)
    },
  )
})

describe('clientIp behind proxies', () => {
  it.each([
    ['one, and no forgery', '203.0.113.7', 1, '203.0.113.7'],
    ['two, and no forgery', '203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
    ['one, and a forged entry', '198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
    ['one, and many forged entries', `${'198.51.100.1, '.repeat(50)}203.0.113.7`, 1, '203.0.113.7'],
    ['two, and a forged entry', '198.51.100.1,203.0.113.7,10.0.0.2', 2, '203.0.113.7'],
    ['two, but only one was passed', '203.0.113.7', 2, UNKNOWN_IP],
    ['ten, but none was passed', '', 10, UNKNOWN_IP],
    ['one, and an empty last entry', '203.0.113.7, ', 1, UNKNOWN_IP],
    ['one, and commas', ',,,,203.0.113.7', 1, '203.0.113.7'],
    ['one, and nothing but commas', ','.repeat(16_000), 1, UNKNOWN_IP],
    ['one, and a huge header', `${'x'.repeat(16_000)}, 203.0.113.7`, 1, '203.0.113.7'],
    ['one, and a huge entry', '203.0.113.7'.repeat(1000), 1, UNKNOWN_IP],
    ['one that adds the port', '198.51.100.1:1, 203.0.113.7:50123', 1, '203.0.113.7'],
    ['one that adds brackets and a port', '[2001:db8:1:2:3:4:5:6]:50123', 1, '2001:db8:1:2::/64'],
    ['one that hides the client', 'unknown', 1, UNKNOWN_IP],
    ['one that hides the client', '_hidden', 1, UNKNOWN_IP],
  ])('%s', (_, value, hops, ip) => {
    expect(forwarded(value, behind(hops))).toBe(ip)
  })

  it('is the same whatever X-Forwarded-For the client sends', () => {
    const ips = Array.from({ length: 200 }, (_, i) =>
      forwarded(`198.51.${i}.1, 192.0.2.${i}, 203.0.113.7`, behind(1)),
    )
    expect(new Set(ips)).toEqual(new Set(['203.0.113.7']))
  })

  it('does not fall back to the proxy when the header is missing', () => {
    expect(clientIp(new Headers({ [peer]: '10.0.0.1' }), behind(1))).toBe(UNKNOWN_IP)
  })
})

describe('clientIp from a header of the proxy', () => {
  it('reads only that header', () => {
    const headers = new Headers({ 'cf-connecting-ip': '203.0.113.7', 'x-forwarded-for': '198.51.100.1' })
    expect(clientIp(headers, byHeader)).toBe('203.0.113.7')
  })

  it('refuses two values', () => {
    const headers = new Headers({ 'cf-connecting-ip': '198.51.100.1' })
    headers.append('cf-connecting-ip', '203.0.113.7')
    expect(clientIp(headers, byHeader)).toBe(UNKNOWN_IP)
  })

  it('does not fall back when the header is missing', () => {
    const headers = new Headers({ 'x-forwarded-for': '198.51.100.1', [peer]: '10.0.0.1' })
    expect(clientIp(headers, byHeader)).toBe(UNKNOWN_IP)
  })
})
