import { expect } from '@playwright/test'

import { mailDirectory } from '@kit/attacks/app/environment'
import { mailedToken } from '@kit/attacks/state/mailbox'
import { send } from '@kit/attacks/http/raw-http'
import { solutionFor } from '@kit/attacks/state/solutions'
import { MAIL, type Arena } from '@kit/attacks/engine/arena'
import { attackTest } from '@kit/attacks/engine/attack-test'
import { anonymous, allowedCaller, signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { attacks } from './attacks'
import { cookieOf } from '@kit/attacks/engine/page-reply'
import { publicRow } from '../auth/attack-cases'
import { eventually } from '@kit/attacks/engine/set-up'
import { test } from '@kit/attacks/engine/test'
import type { Shot } from '@kit/attacks/engine/attack'
import type { NamedRow } from '@kit/attacks/engine/row'

const rowOf = (exportName: string): NamedRow => {
  const row = attacks.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no row ${exportName}.`)
  return row
}

const accept = rowOf('acceptInvitationAction')
const decline = rowOf('declineInvitationAction')
const join = rowOf('signUpInvitedAction')
const NOMAD = 'nomad@gatehouse.test'
const INVITED = 'invited@attack.test'
const holds = { must: 'hold', refusal: { codes: ['INVALID_TOKEN'] } } as const
const conflict = { must: 'hold', refusal: { codes: ['CONFLICT'] } } as const

/** A shot as the allowed caller by default. */
function shot(arena: Arena, row: NamedRow, more: Partial<Shot> & { label: string }): Shot {
  const caller = more.caller ?? allowedCaller(arena, row)
  const input = more.input ?? row.input(arena)
  const request = callsTo(arena, row, caller).likeTheApp(input)
  return { caller, input, request, ...holds, ...more }
}

const attempt = (row: NamedRow, name: string, shots: (arena: Arena) => Shot[]) =>
  test.describe(row.exportName, () => attackTest(row, { group: 'public', name, shots }))

const ends: Record<string, (arena: Arena) => Promise<unknown>> = {
  cancelled: ({ database: { sql } }) => sql`UPDATE invitation SET status = 'canceled'`,
  declined: ({ database: { sql } }) => sql`UPDATE invitation SET status = 'rejected'`,
  expired: ({ database: { sql } }) => sql`UPDATE invitation SET expires_at = now() - interval '1 second'`,
  'for a deleted organization': ({ database: { sql } }) => sql`DELETE FROM organization WHERE slug = 'acme'`,
  'from an inviter with a deleted account': (arena) =>
    arena.besideAnotherOwner((sql) => sql`DELETE FROM "user" WHERE email = 'owner@acme.test'`),
  'replaced by a resent one': async (arena) => {
    const again = rowOf('resendInvitationAction')
    for (const email of [NOMAD, INVITED]) {
      const input = { organization: 'acme', invitationId: arena.invitationId(email) }
      await send(callsTo(arena, again, signedIn(arena, 'owner@acme.test')).likeTheApp(input))
      const { invited, invitedNewcomer } = arena.record.tokens
      await eventually(async () => {
        const token = await mailedToken(mailDirectory(), email, '/invitations')
        if ([invited, invitedNewcomer].includes(token)) throw new Error('The second link was not sent.')
      })
    }
  },
}

const losses: Record<string, (arena: Arena) => Promise<unknown>> = {
  'was made an editor': (arena) => setInviter(arena, 'editor'),
  'has an unknown role': (arena) => setInviter(arena, 'Owner'),
  'was made an admin, who can’t invite admins': async (arena) => {
    await setInviter(arena, 'admin')
    await arena.database.sql`UPDATE invitation SET role = 'admin' WHERE status = 'pending'`
  },
  left: (arena) =>
    arena.besideAnotherOwner(
      (sql) =>
        sql`DELETE FROM member WHERE user_id = (SELECT id FROM "user" WHERE email = 'owner@acme.test')`,
    ),
  'is suspended': ({ database: { sql } }) =>
    sql`UPDATE "user" SET banned = true WHERE email = 'owner@acme.test'`,
}

const setInviter = (arena: Arena, role: string) =>
  arena.besideAnotherOwner(
    (sql) => sql`UPDATE member SET role = ${role}
      WHERE user_id = (SELECT id FROM "user" WHERE email = 'owner@acme.test')`,
  )

for (const row of [accept, decline, join]) {
  attempt(row, 'a link that is no longer valid', (arena) =>
    Object.entries(ends).map(([label, arrange]) => shot(arena, row, { label, arrange })),
  )

  attempt(row, 'tokens for another purpose, and stored values', (arena) => {
    const stored = arena.rows('invitation').flatMap(({ id, token_hash, email }) => [id, token_hash, email])
    const { verify, reset } = arena.record.tokens
    return [verify, reset, ...stored]
      .filter((value) => typeof value === 'string')
      .map((token) => shot(arena, row, { label: token.slice(0, 8), input: { ...row.input(arena), token } }))
  })

  attempt(row, 'a misspelled token', (arena) => {
    const token = String(row.input(arena).token)
    return [
      token.toLowerCase(),
      token.toUpperCase(),
      ` ${token}`,
      `${token}\n`,
      `${token}=`,
      `${token}A`,
      token.slice(0, -1),
      encodeURIComponent(` ${token}`),
      Buffer.from(token, 'base64url').toString('base64'),
      Buffer.from(token, 'base64url').toString('hex'),
    ]
      .filter((spelling) => spelling !== token)
      .map((spelling) =>
        shot(arena, row, {
          label: JSON.stringify(spelling),
          input: { ...row.input(arena), token: spelling },
        }),
      )
  })
}

for (const row of [accept, decline]) {
  attempt(row, "another user's link in the caller's session", (arena) =>
    (['root@gatehouse.test', 'owner@globex.test', 'viewer@acme.test'] as const).map((person) =>
      shot(arena, row, { label: person, caller: signedIn(arena, person), ...conflict }),
    ),
  )

  attempt(row, 'an unverified email', (arena) => [
    shot(arena, row, {
      label: 'no longer verified',
      arrange: () => arena.database.sql`UPDATE "user" SET email_verified = false WHERE email = ${NOMAD}`,
      ...conflict,
    }),
  ])
}

for (const row of [accept, join]) {
  attempt(row, 'an inviter who can no longer invite', (arena) =>
    Object.entries(losses).map(([label, arrange]) => shot(arena, row, { label, arrange, ...conflict })),
  )
}

attempt(accept, 'an existing member keeps their role', (arena) => [
  shot(arena, accept, {
    label: 'a viewer, invited as editor',
    must: 'succeed',
    refusal: {},
    arrange: () => arena.database.sql`INSERT INTO member (organization_id, user_id, role)
      VALUES (${arena.organizationId('acme')}, ${arena.userId(NOMAD)}, 'viewer')`,
    changes: accept.changes(arena, {}).filter(({ table, values }) => {
      return table !== 'member' && values?.target_type !== 'member'
    }),
  }),
])

attempt(join, 'a link for an email with a verified account', (arena) => [
  shot(arena, join, {
    label: 'does not replace its password',
    input: { ...join.input(arena), token: arena.record.tokens.invited },
    ...conflict,
  }),
])

attempt(join, 'an email or role chosen by the caller', (arena) =>
  [{ email: 'evil@attack.test' }, { role: 'owner' }, { organization: 'globex' }, { emailVerified: true }].map(
    (extra) =>
      shot(arena, join, {
        label: Object.keys(extra).join(),
        input: { ...join.input(arena), ...extra },
        must: 'hold',
        refusal: { invalid: true },
      }),
  ),
)

attempt(join, 'an account that an attacker made with the email earlier', (arena) => [
  shot(arena, join, {
    label: 'is deleted with its password',
    must: 'succeed',
    refusal: {},
    arrange: async () => {
      const captcha = solutionFor('auth.signUp')
      const input = { name: 'Stranger', email: INVITED, password: 'the-strangers-pass-word', captcha }
      await send(callsTo(arena, publicRow('signUpAction'), anonymous).likeTheApp(input))
      await eventually(() => mailedToken(mailDirectory(), INVITED, '/verify-email'))
    },
    changes: [
      { table: 'user', kind: 'delete', rows: 1, values: { name: 'Stranger', email: INVITED } },
      { table: 'account', kind: 'delete', rows: 1 },
      ...join.changes(arena, join.input(arena)),
    ],
  }),
])

const read = (arena: Arena, token: string, person?: 'nomad@gatehouse.test' | 'owner@globex.test') =>
  send({
    method: 'GET',
    path: `/invitations?token=${encodeURIComponent(token)}`,
    headers: { Accept: 'text/html', ...cookieOf(person ? signedIn(arena, person) : anonymous) },
  })

test('opening the link changes nothing', async ({ arena }) => {
  const before = await arena.snapshot()
  for (const person of [undefined, NOMAD, 'owner@globex.test'] as const) {
    for (const token of [arena.record.tokens.invited, arena.record.tokens.invitedNewcomer]) {
      expect((await read(arena, token, person)).status).toBe(200)
    }
  }
  expect(arena.changes(before, await arena.snapshot())).toEqual([])
})

test('a used link does not reveal its owner', async ({ arena }) => {
  for (const status of ['accepted', 'canceled', 'rejected']) {
    await arena.database.sql`UPDATE invitation SET status = ${status}`
    const { body } = await read(arena, arena.record.tokens.invitedNewcomer)
    for (const secret of [INVITED, 'Acme', 'owner@acme.test']) expect(body).not.toContain(secret)
  }
  await arena.restore(await arena.snapshot())
  expect((await read(arena, 'x'.repeat(43))).body).toContain('This link is invalid')
})

test('the inviter controls only two names in the email, and no link', async ({ arena }) => {
  const invite = rowOf('createInvitationAction')
  await arena.database.sql`UPDATE organization SET name = 'Sign in at evil.example' WHERE slug = 'acme'`
  await arena.database
    .sql`UPDATE "user" SET name = ${'<a href="https://evil.example">x</a>'} WHERE email = 'admin@acme.test'`
  await send(callsTo(arena, invite, signedIn(arena, 'admin@acme.test')).likeTheApp(invite.input(arena)))
  const after = await eventually(async () => {
    const state = await arena.snapshot()
    if (!state[MAIL]?.includes('freelancer@attack.test')) throw new Error('The mail was not sent.')
    return state
  })
  const mails: { to: string; html: string; subject: string }[] = JSON.parse(after[MAIL] ?? '[]')
  const mail = mails.find(({ to }) => to === 'freelancer@attack.test')
  expect(mail?.subject).toBe('Invitation to join an organization on Gatehouse')
  expect(JSON.stringify(mail)).not.toContain('evil.example')
  await arena.restore(after)
})
