import { expect } from '@playwright/test'

import { versionOf } from '@kit/action-middleware/input/version'
import { outcomeOf, type Outcome } from '@kit/attacks/http/outcome'
import { send } from '@kit/attacks/http/raw-http'
import { signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { matrix } from '@e2e/attacks/matrix'
import { test } from '@kit/attacks/engine/test'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Input } from '@kit/attacks/engine/row'
import type { Person } from '@kit/attacks/app/people'

interface Move {
  action: string
  as: Person
  input: Input
}

const leave = (as: Person): Move => ({
  action: 'leaveOrganizationAction',
  as,
  input: { organization: 'acme', sure: 'yes' },
})
const transfer = (as: Person, email: string): Move => ({
  action: 'transferOwnershipAction',
  as,
  input: { organization: 'acme', email },
})
const changeRole = (arena: Arena, as: Person, target: Person, role: string): Move => ({
  action: 'changeRoleAction',
  as,
  input: {
    organization: 'acme',
    memberId: arena.memberId('acme', target),
    role,
    version: versionOf({ role: target.split('@')[0] }),
  },
})
const remove = (arena: Arena, as: Person, target: Person): Move => ({
  action: 'removeMemberAction',
  as,
  input: { organization: 'acme', memberId: arena.memberId('acme', target) },
})

/** Sends all moves at once and returns the result of each. */
async function atOnce(arena: Arena, moves: readonly Move[]): Promise<string[]> {
  const replies = moves.map(({ action, as, input }) => {
    const row = matrix.find(({ exportName }) => exportName === action)
    if (!row) throw new Error(`The matrix has no ${action}.`)
    return send(callsTo(arena, row, signedIn(arena, as)).likeTheApp(input))
  })
  return (await Promise.all(replies)).map((reply) => nameOf(outcomeOf(reply)))
}

function nameOf(outcome: Outcome): string {
  if (outcome.kind === 'error') return outcome.code
  return outcome.kind === 'redirect' || outcome.kind === 'data' ? 'done' : outcome.kind
}

async function ownersOf(arena: Arena): Promise<Set<string>> {
  const rows = await arena.database.sql<{ email: string }[]>`
    SELECT u.email FROM member m JOIN "user" u ON u.id = m.user_id
    WHERE m.role = 'owner' AND m.organization_id = ${arena.organizationId('acme')}`
  return new Set(rows.map(({ email }) => email))
}

const makeOwner = (arena: Arena, person: Person) =>
  arena.database.sql`UPDATE member SET role = 'owner' WHERE id = ${arena.memberId('acme', person)}`

const suspend = (arena: Arena, person: Person) =>
  arena.database.sql`UPDATE "user" SET banned = true WHERE email = ${person}`

/** A race can end either way, so run a few rounds. */
const ROUNDS = 5

async function inRounds(arena: Arena, round: () => Promise<void>): Promise<void> {
  for (let n = 0; n < ROUNDS; n++) {
    await arena.database.resetCounters()
    await arena.confirmPasswords()
    try {
      await round()
    } finally {
      await arena.restore(await arena.snapshot())
    }
  }
}

test('when two owners leave at once, one stays', async ({ arena }) => {
  await inRounds(arena, async () => {
    await makeOwner(arena, 'admin@acme.test')
    const outcomes = await atOnce(arena, [leave('owner@acme.test'), leave('admin@acme.test')])
    expect(outcomes.toSorted()).toEqual(['CONFLICT', 'done'])
    expect((await ownersOf(arena)).size).toBe(1)
  })
})

test('when two owners leave at once and a third is suspended, one of the two stays', async ({ arena }) => {
  await inRounds(arena, async () => {
    await makeOwner(arena, 'admin@acme.test')
    await makeOwner(arena, 'viewer@acme.test')
    await suspend(arena, 'viewer@acme.test')
    const outcomes = await atOnce(arena, [leave('owner@acme.test'), leave('admin@acme.test')])
    expect(outcomes.toSorted()).toEqual(['CONFLICT', 'done'])
    expect((await ownersOf(arena)).size).toBe(2)
  })
})

test('a suspended owner doesn’t count: nobody can leave them as the only owner or transfer to them', async ({
  arena,
}) => {
  await inRounds(arena, async () => {
    await makeOwner(arena, 'admin@acme.test')
    await suspend(arena, 'admin@acme.test')
    const outcomes = await atOnce(arena, [
      leave('owner@acme.test'),
      transfer('owner@acme.test', 'admin@acme.test'),
      {
        action: 'deleteAccountAction',
        as: 'owner@acme.test',
        input: { confirmation: 'owner@acme.test' },
      },
    ])
    expect(outcomes).toEqual(['CONFLICT', 'NOT_FOUND', 'CONFLICT'])
    expect(await ownersOf(arena)).toEqual(new Set(['owner@acme.test', 'admin@acme.test']))
  })
})

test('two owners cannot demote or remove each other', async ({ arena }) => {
  await inRounds(arena, async () => {
    await makeOwner(arena, 'admin@acme.test')
    const outcomes = await atOnce(arena, [
      changeRole(arena, 'owner@acme.test', 'admin@acme.test', 'viewer'),
      changeRole(arena, 'admin@acme.test', 'owner@acme.test', 'viewer'),
      remove(arena, 'owner@acme.test', 'admin@acme.test'),
      remove(arena, 'admin@acme.test', 'owner@acme.test'),
    ])
    expect(outcomes).toEqual(Array(4).fill('FORBIDDEN'))
    expect((await ownersOf(arena)).size).toBe(2)
  })
})

test('an owner leaves while receiving ownership', async ({ arena }) => {
  await inRounds(arena, async () => {
    await makeOwner(arena, 'admin@acme.test')
    const outcomes = await atOnce(arena, [
      transfer('owner@acme.test', 'admin@acme.test'),
      leave('admin@acme.test'),
    ])
    // Either order is right: the recipient is gone, or they are the last owner.
    expect([
      ['done', 'CONFLICT'],
      ['NOT_FOUND', 'done'],
    ]).toContainEqual(outcomes)
    expect((await ownersOf(arena)).size).toBe(1)
  })
})

test('when two transfers run at once, one succeeds', async ({ arena }) => {
  await inRounds(arena, async () => {
    const outcomes = await atOnce(arena, [
      transfer('owner@acme.test', 'editor@acme.test'),
      transfer('owner@acme.test', 'viewer@acme.test'),
    ])
    expect(outcomes.toSorted()).toEqual(['FORBIDDEN', 'done'])
    const owners = await ownersOf(arena)
    expect(owners.size).toBe(1)
    expect(owners.has('owner@acme.test')).toBe(false)
  })
})

test('an admin who is being removed can act only before the removal', async ({ arena }) => {
  await inRounds(arena, async () => {
    const [removal, raise] = await atOnce(arena, [
      remove(arena, 'owner@acme.test', 'admin@acme.test'),
      changeRole(arena, 'admin@acme.test', 'viewer@acme.test', 'editor'),
    ])
    expect(removal).toBe('done')
    expect(['done', 'NOT_FOUND']).toContain(raise)
    const rows = await arena.database.sql<{ action: string }[]>`
      SELECT action FROM audit_event
      WHERE organization_id = ${arena.organizationId('acme')} AND target_type = 'member' AND action LIKE 'members.%'
      ORDER BY created_at, (action = 'members.remove')`
    expect(rows.map(({ action }) => action)).toEqual(
      raise === 'done' ? ['members.changeRole', 'members.remove'] : ['members.remove'],
    )
  })
})

test('roles created during a deletion are deleted too', async ({ arena }) => {
  await inRounds(arena, async () => {
    const create = (name: string): Move => ({
      action: 'createRoleAction',
      as: 'admin@acme.test',
      input: { organization: 'acme', name, permissions: ['member.read'] },
    })
    const [deletion, ...created] = await atOnce(arena, [
      {
        action: 'deleteOrganizationAction',
        as: 'owner@acme.test',
        input: { organization: 'acme', confirmation: 'acme' },
      },
      ...['One', 'Two', 'Three', 'Four', 'Five'].map(create),
    ])
    expect(deletion).toBe('done')
    for (const outcome of created) expect(['done', 'NOT_FOUND']).toContain(outcome)
    const [left] = await arena.database.sql`
      SELECT (SELECT count(*)::int FROM organization_role WHERE organization_id = ${arena.organizationId('acme')}) AS roles,
        (SELECT count(*)::int FROM member WHERE organization_id = ${arena.organizationId('acme')}) AS members`
    expect(left).toEqual({ roles: 0, members: 0 })
  })
})
