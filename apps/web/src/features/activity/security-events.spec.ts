import { expect } from '@playwright/test'

import { policies } from '@kit/rate-limit/policies'

import { demoPassword } from '@kit/attacks/app/people'
import { send, type RawRequest } from '@kit/attacks/http/raw-http'
import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { call, recordedEvents } from '@e2e/attacks/recorded-events'
import { test } from '@kit/attacks/engine/test'
import type { Arena } from '@kit/attacks/engine/arena'

test.beforeEach(async ({ arena }) => {
  await arena.database.resetCounters()
  await arena.database.sql`DELETE FROM security_event`
})

test.afterEach(async ({ arena }) => {
  // Nothing in these tests may change data.
  expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
})

interface Refused {
  kind: string
  request: (arena: Arena) => RawRequest
  /** The signed-in person, if any. */
  actor?: 'viewer@acme.test' | 'owner@globex.test' | 'editor@globex.test'
  action: string
  /** Whether the request names Acme. */
  acme: boolean
}

const refused: Record<string, Refused> = {
  'an insufficient role': {
    kind: 'denied',
    request: (arena) => call(arena, 'removeMemberAction', signedIn(arena, 'viewer@acme.test')),
    actor: 'viewer@acme.test',
    action: 'members.remove',
    acme: true,
  },
  'an outsider who names the organization': {
    kind: 'not-found',
    request: (arena) => call(arena, 'removeMemberAction', signedIn(arena, 'owner@globex.test')),
    actor: 'owner@globex.test',
    action: 'members.remove',
    acme: true,
  },
  'an unknown organization': {
    kind: 'not-found',
    request: (arena) =>
      call(arena, 'removeMemberAction', signedIn(arena, 'owner@globex.test'), {
        input: { organization: 'initech' },
      }),
    actor: 'owner@globex.test',
    action: 'members.remove',
    acme: false,
  },
  'no session': {
    kind: 'unauthenticated',
    request: (arena) => call(arena, 'createRoleAction', anonymous),
    action: 'roles.create',
    acme: true,
  },
  'invalid input': {
    kind: 'invalid',
    request: (arena) =>
      call(arena, 'createRoleAction', signedIn(arena, 'owner@globex.test'), {
        input: { organization: 'globex', name: '' },
      }),
    actor: 'owner@globex.test',
    action: 'roles.create',
    acme: false,
  },
  'a cross-origin request': {
    kind: 'foreign-origin',
    request: (arena) =>
      call(arena, 'createRoleAction', signedIn(arena, 'viewer@acme.test'), {
        // With a matching host, or Next would refuse it before our code runs.
        headers: { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' },
      }),
    action: 'roles.create',
    acme: true,
  },
  'a wrong password at sign-in': {
    kind: 'failed-sign-in',
    request: (arena) => call(arena, 'signInAction', anonymous, { input: { password: 'not-the-pass-word' } }),
    action: 'auth.signIn',
    acme: false,
  },
  'a wrong current password': {
    kind: 'wrong-password',
    request: (arena) =>
      call(arena, 'changePasswordAction', signedIn(arena, 'editor@globex.test'), {
        input: { currentPassword: `${demoPassword}!` },
      }),
    actor: 'editor@globex.test',
    action: 'account.changePassword',
    acme: false,
  },
  'an unknown reset link': {
    kind: 'invalid-link',
    request: (arena) => call(arena, 'resetPasswordAction', anonymous, { input: { token: 'a'.repeat(24) } }),
    action: 'auth.resetPassword',
    acme: false,
  },
}

for (const [label, { kind, request, actor, action, acme }] of Object.entries(refused)) {
  test(`${label} records exactly one ${kind} event`, async ({ arena }) => {
    await send(request(arena))
    expect([...(await recordedEvents(arena))]).toEqual([
      {
        kind,
        action,
        actor_id: actor ? arena.userId(actor) : null,
        // Loopback over IPv4 or IPv6, and only for signed-out callers.
        network: actor ? null : expect.stringMatching(/^(127\.0\.0\.1|0:0:0:0::\/64)$/),
        organization_id: acme
          ? arena.organizationId('acme')
          : label === 'invalid input'
            ? arena.organizationId('globex')
            : null,
        count: 1,
      },
    ])
  })
}

test('cross-origin requests that Next itself refuses are recorded too', async ({ arena }) => {
  const headers = { Origin: 'https://evil.example' }
  await send(call(arena, 'createRoleAction', signedIn(arena, 'viewer@acme.test'), { headers }))
  // It is counted after the response.
  await expect
    .poll(async () =>
      (await recordedEvents(arena)).map(({ kind, organization_id }) => [kind, organization_id]),
    )
    .toEqual([['foreign-origin', arena.organizationId('acme')]])
})

test('a call over the limit is recorded as limited', async ({ arena }) => {
  const caller = signedIn(arena, 'editor@globex.test')
  const input = { currentPassword: `${demoPassword}!` }
  for (let count = 0; count < policies['password.user'].limit + 2; count += 1)
    await send(call(arena, 'changePasswordAction', caller, { input }))
  const rows = await recordedEvents(arena)
  const sumOf = (kind: string) =>
    rows.filter((row) => row.kind === kind).reduce((sum, { count }) => sum + count, 0)
  expect([sumOf('wrong-password'), sumOf('limited')]).toEqual([policies['password.user'].limit, 2])
})

test('an allowed call records nothing', async ({ arena }) => {
  await send(call(arena, 'createRoleAction', signedIn(arena, 'admin@acme.test')))
  expect(await recordedEvents(arena)).toHaveLength(0)
  await arena.restore(await arena.snapshot())
})

test('a flood with rotating IPs and organizations records a bounded number of rows', async ({ arena }) => {
  const slugs = ['acme', 'globex', 'initech']
  const requests = Array.from({ length: 200 }, (_, n) =>
    call(arena, 'createRoleAction', anonymous, {
      input: { organization: slugs[n % 3] },
      headers: { 'X-Forwarded-For': `198.51.100.${n}`, 'X-Real-IP': `203.0.113.${n}` },
    }),
  )
  for (let at = 0; at < requests.length; at += 10)
    await Promise.all(requests.slice(at, at + 10).map((request) => send(request)))
  const rows = await recordedEvents(arena)
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(200)
  // One IP, three organizations or none, and possibly two minutes. Forwarded headers from clients are ignored.
  expect(rows.length).toBeLessThanOrEqual(6)
})
