import { expect, it } from 'vitest'
import { policies, type PolicyName } from '@kit/rate-limit/policies'
import { mailKinds } from './kinds'

/** Sent only to the person who causes them, to the site's own mailbox, or by super-admins. */
const toNobodyElse: ReadonlySet<string> = new Set([
  'changeEmailNotice',
  'accountDeleted',
  'accountDecision',
  'contactMessage',
  'twoFactorChanged',
])

const kinds: [string, readonly PolicyName[]][] = Object.entries(mailKinds).map(([kind, { limits }]) => [
  kind,
  limits,
])

it.each(kinds)('%s is limited by %j', (kind, limits) => {
  const perMailbox = limits.filter((name) => policies[name].by.some((subject) => subject === 'mailbox'))
  expect(toNobodyElse.has(kind) || perMailbox.length > 0).toBe(true)
  // With a failing store, nobody can be flooded.
  expect(limits.every((name) => policies[name].sensitive)).toBe(true)
})
