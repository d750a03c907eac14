import { beforeEach, describe, expect, test, vi } from 'vitest'
import { demoId } from '../demo/demo'
import { changeRoleOf } from '../people/change-role'
import type { Decision } from '../people/decide'
import { deletePerson } from '../people/delete-person'
import { restorePerson, suspendPerson } from '../people/suspend'
import { useTestDatabase } from '../testing/use-test-database'
import { confirmReset } from './confirm'
import { listPendingResets } from './pending'
import { requestReset, withdrawReset } from './request'

const db = useTestDatabase()
const root = demoId('user', 'root@gatehouse.test')
const person = demoId('user', 'viewer@acme.test')
const second = demoId('user', 'nomad@gatehouse.test')
const quiet = async () => {}

const by = (adminId: string, userId = person): Decision => ({
  adminId,
  action: 'people.test',
  requestId: 'r1',
  userId,
  reason: 'Lost their phone',
})

const request = async (adminId = root, userId = person) => requestReset(by(adminId, userId), quiet)
const confirm = async (adminId = second, notify = quiet) => confirmReset(by(adminId), notify)
const secrets = async () =>
  [...(await db.owner`SELECT 1 AS one FROM two_factor WHERE user_id = ${person}`)].length

async function giveTwoFactor(userId: string): Promise<void> {
  await db.owner`INSERT INTO two_factor (user_id, sealed_secret, enabled_at) VALUES (${userId}, 'sealed', now())`
  await db.owner`INSERT INTO backup_code (user_id, code_hash) VALUES (${userId}, 'a-hash-of-16-or-more')`
}

beforeEach(async () => {
  await db.owner`DELETE FROM two_factor`
  await db.owner`DELETE FROM backup_code`
  await db.owner`DELETE FROM session`
  await db.owner`DELETE FROM audit_event WHERE target_type = 'user'`
  await db.owner`UPDATE "user" SET role = 'user', banned = false`
  await db.owner`UPDATE "user" SET role = 'super-admin' WHERE id IN ${db.owner([root, second])}`
  await giveTwoFactor(person)
  await db.owner`INSERT INTO session (user_id, token, expires_at) VALUES (${person}, 'theirs', now() + interval '1 day')`
})

test('one requests, another confirms, and both are recorded', async () => {
  const notify = vi.fn<() => Promise<void>>()
  expect(await requestReset(by(root), notify)).toBe(true)
  expect(notify).toHaveBeenCalledWith(expect.anything(), 'viewer@acme.test')
  expect(await secrets()).toBe(1)
  expect(await db.owner`SELECT FROM session`).toHaveLength(1)
  expect(await listPendingResets()).toMatchObject([{ email: 'viewer@acme.test', requestedBy: 'Root' }])

  expect(await confirm(second, notify)).toBe(true)
  expect(notify).toHaveBeenCalledTimes(2)
  for (const table of ['two_factor', 'backup_code', 'two_factor_reset', 'session'])
    expect(await db.owner`SELECT FROM ${db.owner(table)}`).toHaveLength(0)
  const events =
    await db.owner`SELECT actor_id, changes FROM audit_event WHERE target_id = ${person} ORDER BY created_at`
  const reason = { new: 'Lost their phone' }
  expect([...events]).toEqual([
    { actor_id: root, changes: { two_factor_reset: { new: 'requested' }, reason } },
    {
      actor_id: second,
      changes: {
        two_factor_reset: { old: 'requested', new: 'confirmed' },
        requested_by: { new: 'Root' },
        sessions: { old: 1, new: 0 },
        reason,
      },
    },
  ])
})

describe('a request can’t be confirmed', () => {
  const refusals: [string, () => Promise<unknown>, string][] = [
    [
      'by support',
      async () => db.owner`UPDATE "user" SET role = 'support' WHERE id = ${second}`,
      'NO_LONGER_ADMIN',
    ],
    [
      'after a day',
      async () =>
        db.owner`UPDATE two_factor_reset SET created_at = now() - interval '25 hours', expires_at = now() - interval '1 hour'`,
      'NO_RESET_REQUEST',
    ],
    [
      'after its author was demoted, even once promoted again',
      async () => {
        await changeRoleOf(by(second, root), 'support', quiet)
        await changeRoleOf(by(second, root), 'super-admin', quiet)
      },
      'NO_RESET_REQUEST',
    ],
    [
      'after its author was suspended, even once restored',
      async () => {
        await suspendPerson(by(second, root), { until: null }, quiet)
        await restorePerson(by(second, root), quiet)
      },
      'NO_RESET_REQUEST',
    ],
    [
      'while its author can’t sign in',
      async () => db.owner`UPDATE "user" SET banned = true WHERE id = ${root}`,
      'NO_RESET_REQUEST',
    ],
    ['after it was withdrawn', async () => withdrawReset(by(second), quiet), 'NO_RESET_REQUEST'],
    [
      'for a second factor that was set up later',
      async () => {
        await db.owner`DELETE FROM two_factor`
        await db.owner`DELETE FROM backup_code`
        await giveTwoFactor(person)
      },
      'NO_RESET_REQUEST',
    ],
    [
      'while the person is suspended',
      async () => suspendPerson(by(root), { until: null }, quiet),
      'SUSPENDED',
    ],
    [
      'by someone who became a super-admin today',
      async () => {
        await changeRoleOf(by(root, second), 'user', quiet)
        await changeRoleOf(by(root, second), 'super-admin', quiet)
      },
      'RECENT_SUPER_ADMIN',
    ],
  ]

  test.each([
    ['by its author', root, 'OWN_REQUEST'],
    ['by the person', person, 'OWN_ACCOUNT'],
  ])('%s', async (_name, adminId, code) => {
    await request()
    await expect(confirm(adminId)).rejects.toMatchObject({ code })
    expect(await secrets()).toBe(1)
  })

  test.each(refusals)('%s', async (_name, arrange, code) => {
    await request()
    await arrange()
    await expect(confirm()).rejects.toMatchObject({ code })
    expect(await secrets()).toBe(1)
  })

  test('after its author deleted their account', async () => {
    const email = 'third-root@people.test'
    const [third] = await db.owner<{ id: string }[]>`
      INSERT INTO "user" (name, email, email_verified, role) VALUES ('Third', ${email}, true, 'super-admin') RETURNING id`
    await request(third?.id)
    await deletePerson(by(root, third?.id), { confirmation: email }, quiet)
    await expect(confirm()).rejects.toMatchObject({ code: 'NO_RESET_REQUEST' })
  })
})

test.each([
  ['about oneself', async () => request(root, root), 'OWN_ACCOUNT'],
  [
    'about someone without two-factor authentication',
    async () => request(root, demoId('user', 'owner@acme.test')),
    'TWO_FACTOR_OFF',
  ],
  [
    'by someone who became a super-admin today',
    async () => {
      await changeRoleOf(by(root, second), 'user', quiet)
      await changeRoleOf(by(root, second), 'super-admin', quiet)
      return request(second)
    },
    'RECENT_SUPER_ADMIN',
  ],
])('a request %s is refused', async (_name, attempt, code) => {
  await expect(attempt()).rejects.toMatchObject({ code })
  expect(await db.owner`SELECT FROM two_factor_reset`).toHaveLength(0)
})

test('a request that is over makes way for another', async () => {
  await request()
  await expect(request(second)).rejects.toMatchObject({ code: 'ALREADY_DONE' })
  await db.owner`UPDATE two_factor_reset SET created_at = now() - interval '25 hours', expires_at = now() - interval '1 hour'`
  expect(await listPendingResets()).toEqual([])
  await request(second)
  expect(await confirm(root)).toBe(true)
})

test('at once: two requests make one, an author’s own confirmation fails, two confirmations make one', async () => {
  const outcomes = async (...calls: Promise<unknown>[]) =>
    (await Promise.allSettled(calls)).map(({ status }) => status).toSorted()
  expect(await outcomes(request(), request(second))).toEqual(['fulfilled', 'rejected'])
  await db.owner`DELETE FROM two_factor_reset`
  expect(await outcomes(request(), confirm(root))).toEqual(['fulfilled', 'rejected'])
  expect(await secrets()).toBe(1)
  expect(await outcomes(confirm(), confirm())).toEqual(['fulfilled', 'rejected'])
  expect(await secrets()).toBe(0)
})

test('nothing is reset if the person could not be notified', async () => {
  await request()
  await expect(confirm(second, () => Promise.reject(new Error('no mail')))).rejects.toThrow('no mail')
  expect(await secrets()).toBe(1)
})
