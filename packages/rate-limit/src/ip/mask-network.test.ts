import { expect, test } from 'vitest'

import { maskNetwork } from './mask-network'

test.each([
  ['203.0.113.7', '203.0.113.*'],
  ['2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['unknown', 'unknown'],
  ['', 'unknown'],
  ['203.0.113.7, 198.51.100.1', 'unknown'],
])('%s is shown as %s', (network, shown) => {
  expect(maskNetwork(network)).toBe(shown)
})
