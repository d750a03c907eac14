import { expect } from '@playwright/test'

import { attackTest } from '@kit/attacks/engine/attack-test'
import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { test } from '@kit/attacks/engine/test'
import { send } from '@kit/attacks/http/raw-http'
import type { Arena } from '@kit/attacks/engine/arena'
import { call, recordedEvents } from '@e2e/attacks/recorded-events'
import { attacks } from './attacks'

const MAIL_LINKS = ['mailLink', 'blockedMailLink', 'resetMailLink']

/** The token with one bit changed. */
function turned(token: string): string {
  const bytes = Buffer.from(token, 'base64url')
  bytes[20] = (bytes[20] ?? 0) ^ 1
  return bytes.toString('base64url')
}

for (const row of attacks) {
  test.describe(row.exportName, () => {
    const refused = (arena: Arena, label: string, token: string) => ({
      label,
      caller: anonymous,
      request: callsTo(arena, row, anonymous).likeTheApp({ ...row.input(arena), token }),
      must: 'hold' as const,
      refusal: { codes: ['INVALID_TOKEN' as const] },
    })

    attackTest(row, {
      group: 'public',
      name: 'a token for another purpose, or changed',
      shots: (arena) => [
        ...Object.entries(arena.record.tokens)
          .filter(([purpose]) => !MAIL_LINKS.includes(purpose))
          .map(([label, token]) => refused(arena, label, token)),
        refused(arena, 'one bit changed', turned(arena.record.tokens.mailLink)),
      ],
    })
  })
}

const block = attacks.find(({ exportName }) => exportName === 'blockMailAction')
if (!block) throw new Error('The matrix has no row blockMailAction.')

attackTest(block, {
  group: 'public',
  name: 'an email that its account needs',
  shots: (arena) =>
    ['sender', 'all'].map((scope) => ({
      label: scope,
      caller: anonymous,
      request: callsTo(arena, block, anonymous).likeTheApp({
        token: arena.record.tokens.resetMailLink,
        scope,
      }),
      must: 'hold',
      refusal: { codes: ['INVALID_TOKEN'] },
    })),
})

// A mail scanner opens every link, some with HEAD first.
test('opening the link changes nothing', async ({ arena }) => {
  for (const name of ['mailLink', 'blockedMailLink', 'resetMailLink'] as const) {
    for (const method of ['HEAD', 'GET'])
      await send({ method, path: `/report-email?token=${arena.record.tokens[name]}`, headers: {} })
  }
  expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
})

test('a report names the person who caused the email, no matter who sends it', async ({ arena }) => {
  for (const caller of [anonymous, signedIn(arena, 'viewer@acme.test')]) {
    await arena.database.resetCounters()
    await arena.database.sql`DELETE FROM security_event`
    await send(call(arena, 'reportMailAction', caller))
    expect([...(await recordedEvents(arena))]).toEqual([
      {
        kind: 'reported-mail',
        action: 'mail.invitation',
        actor_id: arena.userId('owner@acme.test'),
        network: null,
        organization_id: null,
        count: 1,
      },
    ])
  }
})

test('a report about a signed-out caller has part of their network address', async ({ arena }) => {
  await arena.database.resetCounters()
  await arena.database.sql`DELETE FROM security_event`
  const { resetMailLink } = arena.record.tokens
  await send(call(arena, 'reportMailAction', anonymous, { input: { token: resetMailLink } }))
  expect([...(await recordedEvents(arena))]).toMatchObject([
    {
      action: 'mail.resetPassword',
      actor_id: null,
      network: expect.stringMatching(/^(127\.0\.0\.\*|0:0:0::\/48)$/),
    },
  ])
})
