import { describe, expect, it } from 'vitest'

import { networkOf } from './ip'

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['  203.0.113.7 ', '203.0.113.7'],
    ['203.0.113.7:8080', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:8080', '203.0.113.7'],
    ['64:ff9b::203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
  ])('reduces %s to %s', (text, network) => {
    expect(networkOf(text)).toBe(network)
  })

  it('returns one network per /64', () => {
    const within = Array.from({ length: 100 }, (_, i) => networkOf(`2001:db8:1:2::${i.toString(16)}`))
    const across = Array.from({ length: 100 }, (_, i) => networkOf(`2001:db8:1:${i.toString(16)}::1`))
    expect(new Set(within).size).toBe(1)
    expect(new Set(across).size).toBe(100)
  })

  it.each([
    '',
    ' ',
    'localhost',
    'unknown',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    '0x7f.1',
    '2130706433',
    '1.2.3.4/8',
    '1.2.3.4:port',
    '1.2.3.4, 5.6.7.8',
    '[1.2.3.4',
    ':::',
    '1::2::3',
    '12345::',
    '2001:db8::1/64',
    '[::1',
    '::1]',
    '[::1]x',
    '"::1"',
    "1.2.3.4'; DROP TABLE rate_limit",
    '١.٢.٣.٤',
    'x'.repeat(100_000),
    `${'::'.repeat(40_000)}1`,
  ])('returns undefined for %.40s', (text) => {
    expect(networkOf(text)).toBeUndefined()
  })
})
