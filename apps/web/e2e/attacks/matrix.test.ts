import { expect, it, vi } from 'vitest'

import type { NamedRow } from '@kit/attacks/engine/row'
import { kindOf, spreadAttacks, type Target } from '@kit/attacks/engine/spread'

import { everyTarget } from './targets'

vi.stubEnv('BASE_URL', 'http://localhost:3000')

const targets: readonly Target<NamedRow>[] = everyTarget()

const nameOf = ({ group, name }: { group: string; name: string }) => `${group}: ${name}`

it.each(targets)('every attack on $row.exportName has its own name', ({ attacks }) => {
  const names = attacks.map(nameOf)
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})

it('a run fires attacks of every group at each endpoint', () => {
  const groupsOf = (given: typeof targets) =>
    given.map(({ row, attacks }) => [row.exportName, [...new Set(attacks.map(({ group }) => group))]])
  expect(groupsOf(spreadAttacks(targets))).toEqual(groupsOf(targets))
})

it('a run fires every attack at each kind of endpoint that it applies to', () => {
  const firedAt = (given: typeof targets) =>
    new Set(given.flatMap(({ row, attacks }) => attacks.map((attack) => `${kindOf(row)}, ${nameOf(attack)}`)))
  expect(firedAt(spreadAttacks(targets))).toEqual(firedAt(targets))
})

const ownGroups = ['allowed', 'tenant', 'role', 'code pending', 'race', 'captcha', 'limit']

/** These succeed on an endpoint without `withFreshSession`. Passwords and codes are checked by the client that all share. */
const staleSessions = [
  'fresh: re-authenticated eleven minutes ago',
  'fresh: never re-authenticated',
  'fresh: re-authenticated in other sessions only',
  'fresh: with two-factor authentication, neither password nor code',
]

it('what depends on the endpoint is not spread', () => {
  const attacks = targets.flatMap((target) => target.attacks)
  expect([...new Set(attacks.map(nameOf))]).toEqual(expect.arrayContaining(staleSessions))
  const own = attacks.filter(
    (attack) => ownGroups.includes(attack.group) || staleSessions.includes(nameOf(attack)),
  )
  expect(own.filter(({ spread }) => spread).map(nameOf)).toEqual([])
})
