import { expect } from '@playwright/test'

import { send } from '@kit/attacks/http/raw-http'
import { signedIn } from '@kit/attacks/engine/caller'
import { cookieOf } from '@kit/attacks/engine/page-reply'
import { call, recordedEvents } from '@e2e/attacks/recorded-events'
import { test } from '@kit/attacks/engine/test'
import type { Arena } from '@kit/attacks/engine/arena'

test.beforeEach(async ({ arena }) => {
  await arena.database.resetCounters()
  await arena.database.sql`DELETE FROM security_event`
})

const activity = (
  person: Parameters<typeof signedIn>[1],
  arena: Arena,
  path = '/acme/activity?view=refused',
) => send({ method: 'GET', path, headers: { Accept: 'text/html', ...cookieOf(signedIn(arena, person)) } })

test('only members with the permission see refusals', async ({ arena }) => {
  await send(call(arena, 'removeMemberAction', signedIn(arena, 'viewer@acme.test')))
  const seen = await activity('admin@acme.test', arena)
  expect(seen.status).toBe(200)
  expect(seen.body).toContain('Acme Viewer')
  expect(seen.body).toContain('members.remove')

  for (const person of ['viewer@acme.test', 'editor@acme.test'] as const)
    expect((await activity(person, arena)).status, person).toBe(403)
  expect((await activity('owner@globex.test', arena)).status).toBe(404)
  const other = await activity('owner@globex.test', arena, '/globex/activity?view=refused')
  expect(other.status).toBe(200)
  expect(other.body).not.toContain('members.remove')
})

test('only super-admins see all refusals', async ({ arena }) => {
  await send(call(arena, 'removeMemberAction', signedIn(arena, 'viewer@acme.test')))
  const path = '/admin/activity?view=refused'
  const seen = await activity('root@gatehouse.test', arena, path)
  expect(seen.status).toBe(200)
  expect(seen.body).toContain('Acme Viewer')
  for (const person of ['owner@acme.test', 'both@gatehouse.test', 'nomad@gatehouse.test'] as const) {
    const reply = await activity(person, arena, path)
    expect(reply.status, person).toBe(403)
    expect(reply.body).not.toContain('members.remove')
  }
  const { status } = await send({ method: 'GET', path, headers: { Accept: 'text/html' } })
  expect(status).toBe(401)
})

test('an outsider’s refusal is recorded for the organization without revealing that it exists', async ({
  arena,
}) => {
  const caller = signedIn(arena, 'nomad@gatehouse.test')
  const replies = []
  for (const organization of ['acme', 'initech'])
    replies.push(await send(call(arena, 'removeMemberAction', caller, { input: { organization } })))
  const answers = replies.map(({ status, body }) => [
    status,
    body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/acme|initech/g, 'SLUG'),
  ])
  expect(answers[0]).toEqual(answers[1])
  expect((await recordedEvents(arena)).map(({ organization_id }) => organization_id)).toEqual([
    arena.organizationId('acme'),
    null,
  ])
})

test('no database role of the app can change recorded refusals', async ({ arena }) => {
  await send(call(arena, 'removeMemberAction', signedIn(arena, 'viewer@acme.test')))
  const before = await recordedEvents(arena)
  for (const role of ['gatehouse_app', 'gatehouse_tenant']) {
    for (const statement of ['DELETE FROM security_event', 'UPDATE security_event SET count = 1']) {
      const attempt = arena.database.sql.begin(async (transaction) => {
        await transaction`SELECT set_config('role', ${role}, true), set_config('app.records_refusals', 'on', true)`
        await transaction.unsafe(statement)
      })
      await expect(attempt, `${role}: ${statement}`).rejects.toThrow(/permission denied/)
    }
  }
  expect([...(await recordedEvents(arena))]).toEqual([...before])
})
