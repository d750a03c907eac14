import { send } from '@kit/attacks/http/raw-http'
import { attackTest } from '@kit/attacks/engine/attack-test'
import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { test } from '@kit/attacks/engine/test'
import { parseSessionCookie } from '@kit/attacks/app/sessions'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Shot } from '@kit/attacks/engine/attack'
import { attacks, otherSessionOf } from './attacks'

function rowOf(exportName: string) {
  const row = attacks.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no row ${exportName}.`)
  return row
}

const end = rowOf('endSessionAction')
const report = rowOf('reportSignInAction')

const caller = (arena: Arena) => signedIn(arena, 'editor@acme.test')

const held = (arena: Arena, label: string, sessionId: unknown): Shot => ({
  label,
  caller: caller(arena),
  request: callsTo(arena, end, caller(arena)).likeTheApp({ sessionId }),
  must: 'hold',
  refusal: { codes: ['NOT_FOUND'], invalid: true },
})

const sessionWith = (arena: Arena, person: Parameters<typeof signedIn>[1]) => {
  const { token } = parseSessionCookie(arena.session(person).cookie)
  return arena.rows('session').find((row) => row.token === token)
}

test.describe(end.exportName, () => {
  attackTest(end, {
    group: 'id',
    name: "someone else's session",
    shots: (arena) => [
      held(arena, 'a live one', sessionWith(arena, 'owner@acme.test')?.id),
      held(arena, 'of a super-admin', sessionWith(arena, 'root@gatehouse.test')?.id),
      held(arena, 'an expired one', otherSessionOf(arena, 'viewer@acme.test')),
    ],
  })

  attackTest(end, {
    group: 'id',
    name: 'values that aren’t another session’s ID',
    shots: (arena) => [
      held(arena, "the caller's own session", sessionWith(arena, 'editor@acme.test')?.id),
      held(arena, 'a token', sessionWith(arena, 'editor@acme.test')?.token),
      held(arena, 'an unknown ID', '00000000-0000-4000-8000-000000000000'),
    ],
  })
})

test.describe(report.exportName, () => {
  attackTest(report, {
    group: 'public',
    name: 'a token for another purpose',
    shots: (arena) =>
      Object.entries(arena.record.tokens)
        .filter(([purpose]) => purpose !== 'reportSignIn')
        .map(([label, token]) => ({
          label,
          caller: anonymous,
          request: callsTo(arena, report, anonymous).likeTheApp({ token }),
          must: 'hold',
          refusal: { codes: ['INVALID_TOKEN'] },
        })),
  })

  attackTest(report, {
    group: 'public',
    name: 'a token whose email is no longer the account’s',
    shots: (arena) => [
      {
        label: 'after a change',
        caller: anonymous,
        request: callsTo(arena, report, anonymous).likeTheApp(report.input(arena)),
        must: 'hold',
        refusal: { codes: ['INVALID_TOKEN'] },
        arrange: ({ database }) =>
          database.sql`UPDATE "user" SET email = 'elsewhere@attack.test' WHERE email = 'owner@globex.test'`,
      },
    ],
  })

  // A mail scanner opens every link, some with HEAD first.
  test('opening the link changes nothing', async ({ arena }) => {
    for (const method of ['HEAD', 'GET'])
      await send({ method, path: `/not-me?token=${arena.record.tokens.reportSignIn}`, headers: {} })
    const after = await arena.snapshot()
    const changes = arena.changes(arena.record.baseline, after)
    if (changes.length > 0) throw new Error('Opening the link changed the database.')
  })
})
