import { expect, it } from 'vitest'
import { policies, type PolicyName } from '@kit/rate-limit/policies'
import { mailKinds } from './kinds'

/** Sent only to the person who triggers them, to the site's own mailbox, or by super-admins. */
const toNobodyElse: ReadonlySet<string> = new Set([
  'changeEmailNotice',
  'accountDecision',
  'organizationDecision',
  'accountDeleted',
  'contactMessage',
  'twoFactorChanged',
  'confirmationCode',
  'passwordChanged',
  'providerChanged',
  'passkeyAdded',
  'passkeyChanged',
])

/** Without these, someone could be kept out of their account, or not learn who got in. Contact messages are the site's own. */
const neededByItsOwner: ReadonlySet<string> = new Set([
  'resetPassword',
  'magicLink',
  'confirmationCode',
  'newSignIn',
  'passwordChanged',
  'providerChanged',
  'passkeyAdded',
  'passkeyChanged',
  'accountDecision',
  'organizationDecision',
  'changeEmailNotice',
  'twoFactorChanged',
  'accountDeleted',
  'contactMessage',
])

const kinds: [string, readonly PolicyName[], boolean][] = Object.entries(mailKinds).map(
  ([kind, { limits, canBlock }]) => [kind, limits, canBlock],
)

it.each(kinds)('%s is limited by %j; its recipient can block it: %j', (kind, limits, canBlock) => {
  expect(canBlock).toBe(!neededByItsOwner.has(kind))
  const perMailbox = limits.filter((name) => policies[name].by.some((subject) => subject === 'mailbox'))
  expect(toNobodyElse.has(kind) || perMailbox.length > 0).toBe(true)
  // A failing store refuses these calls, so nobody can be flooded.
  expect(limits.every((name) => policies[name].sensitive)).toBe(true)
})
