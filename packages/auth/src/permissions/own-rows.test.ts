import { expect, it } from 'vitest'
import { canModifyOwn } from './own-rows'
import { customRoleName, statements } from './permissions'

const others = { createdBy: 'other', assigneeId: null }
const created = { createdBy: 'me', assigneeId: 'other' }
const assigned = { createdBy: null, assigneeId: 'me' }

const reached = (membership: { role: string; customRole: { permissions: unknown } | null }) =>
  [others, created, assigned].map((row) => canModifyOwn({ userId: 'me', ...membership }, row))

it.each([
  ['owner', [true, true, true]],
  ['admin', [true, true, true]],
  ['editor', [false, true, true]],
  ['viewer', [false, false, false]],
  ...['', 'Owner', 'owner ', 'owner,admin', 'custom', '__proto__', 'constructor'].map(
    (role): [string, boolean[]] => [role, [false, false, false]],
  ),
])('%j: rows of others, created, assigned → %j', (role, expected) => {
  expect(reached({ role, customRole: null })).toEqual(expected)
})

it('limits a custom role to an editor’s own rows, whatever it allows', () => {
  for (const permissions of [{}, statements])
    expect(reached({ role: customRoleName, customRole: { permissions } })).toEqual([false, true, true])
})

it('only the creator owns an unassigned row', () => {
  const membership = { userId: 'me', role: 'editor', customRole: null }
  expect([{ createdBy: 'me' }, { createdBy: null }].map((row) => canModifyOwn(membership, row))).toEqual([
    true,
    false,
  ])
})
