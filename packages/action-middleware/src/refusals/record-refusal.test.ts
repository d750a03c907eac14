import { expect, it, vi } from 'vitest'

import type { Refusal } from '@kit/db/activity/record-security-event'

const store = vi.hoisted(() => ({ running: 0, most: 0 }))
vi.mock('@kit/db/activity/record-security-event', () => ({
  recordSecurityEvent: async () => {
    store.running += 1
    store.most = Math.max(store.most, store.running)
    await new Promise((resolve) => setImmediate(resolve))
    store.running -= 1
  },
}))

const { recordRefusal } = await import('./record-refusal')

const refusal: Refusal = {
  kind: 'limited',
  action: 'tests.flood',
  actor: { network: '203.0.113.7' },
  organization: undefined,
  requestId: 'request',
}

it('a flood of refusals holds two connections and not the whole pool', async () => {
  await Promise.all(Array.from({ length: 90 }, () => recordRefusal(refusal)))
  expect(store.most).toBe(2)
})
