import { expect, test } from 'vitest'

import type { Row, RowChange } from '../control/rows'
import type { Caller } from './callers'
import { challengeOf } from './challenge-of'

const renamed: RowChange = {
  table: 'user',
  before: { email: 'owner@acme.test', name: 'Olivia' },
  after: { email: 'owner@acme.test', name: 'Changed by nomad' },
}

const roleOf = (member: string, role: string): RowChange => ({
  table: 'member',
  before: { member, role: 'viewer' },
  after: { member, role },
})

const task = (row: Row): RowChange => ({ table: 'task', before: row, after: null })

const ran = { status: 200, headers: {}, body: '' }
const failed = { status: 500, headers: {}, body: '' }

test.each<[slug: string, caller: Caller, changes: RowChange[], what: RegExp]>([
  [
    'captured-secret',
    'owner@acme.test',
    [renamed],
    /^The owner made this change.* Choose nomad@gatehouse\.test/,
  ],
  ['no-authentication', 'editor@acme.test', [task({ title: 'Mend' })], /deleted by editor@acme\.test/],
  ['no-ownership', 'editor@acme.test', [task({ creator: 'editor@acme.test' })], /their own task/],
  ['no-membership', 'editor@globex.test', [], /Name the one that the task is in/],
  ['no-membership', 'editor@globex.test', [task({ organization: 'globex' })], /in Globex/],
  ['no-role', 'admin@acme.test', [], /already has this role/],
  ['no-role', 'admin@acme.test', [roleOf('viewer@acme.test', 'owner')], /the role of viewer@acme\.test/],
  ['no-role', 'admin@acme.test', [roleOf('admin@acme.test', 'editor')], /aren’t the owner yet/],
])('says why a request to %s by %s missed', (slug, caller, changes, what) => {
  const evidence = { caller, changes, rows: {}, replies: [ran] }
  expect(challengeOf(slug)?.solved(evidence)).toBe(false)
  expect(challengeOf(slug)?.missed?.(evidence)).toMatch(what)
})

test('says nothing about a request that failed, whose response says so', () => {
  const evidence = { caller: 'editor@globex.test', changes: [], rows: {}, replies: [failed] } as const
  expect(challengeOf('no-membership')?.missed?.(evidence)).toBeUndefined()
  expect(challengeOf('no-role')?.missed?.(evidence)).toBeUndefined()
})
