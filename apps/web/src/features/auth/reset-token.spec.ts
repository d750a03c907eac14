import { mailDirectory } from '@kit/attacks/app/environment'
import { mailedToken } from '@kit/attacks/state/mailbox'
import { demoPassword } from '@kit/attacks/app/people'
import { send } from '@kit/attacks/http/raw-http'
import { MAIL, type Arena } from '@kit/attacks/engine/arena'
import { attackTest } from '@kit/attacks/engine/attack-test'
import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { attacks as accountRows } from '../account/attacks'
import { publicRow, publicShot } from './attack-cases'
import { eventually } from '@kit/attacks/engine/set-up'
import { test } from '@kit/attacks/engine/test'
import type { Shot } from '@kit/attacks/engine/attack'
import type { Input } from '@kit/attacks/engine/row'

const reset = publicRow('resetPasswordAction')
const request = publicRow('requestPasswordResetAction')
const VIEWER = 'viewer@acme.test'
const password = 'a-better-pass-word'

const attempt = (name: string, shots: (arena: Arena) => Shot[], row = reset) =>
  attackTest(row, { group: 'public', name, shots })

/** Requests another link and returns its token. */
async function anotherResetToken(arena: Arena): Promise<string> {
  await send(callsTo(arena, request, anonymous).likeTheApp({ ...request.input(arena), email: VIEWER }))
  return eventually(async () => {
    const token = await mailedToken(mailDirectory(), VIEWER, '/reset-password')
    if (token === arena.record.tokens.reset) throw new Error('The second link was not sent.')
    return token
  })
}

const useToken = (arena: Arena, input: Input) => send(callsTo(arena, reset, anonymous).likeTheApp(input))

test.describe(reset.exportName, () => {
  attempt('a token for another purpose', (arena) => [
    publicShot(arena, reset, {
      label: 'email verification token',
      input: { token: arena.record.tokens.verify, password },
    }),
  ])

  attempt('an expired token', (arena) => [
    publicShot(arena, reset, {
      label: 'expired',
      input: reset.input(arena),
      arrange: () => arena.database.sql`
        UPDATE verification SET expires_at = now() - interval '1 second' WHERE value = ${arena.userId(VIEWER)}`,
      // Better Auth deletes the token it gets, and sometimes other expired ones.
      sweeps: [{ table: 'verification', kind: 'delete', rows: 1 }],
    }),
  ])

  attempt('an earlier token after a later one was used', (arena) => [
    publicShot(arena, reset, {
      label: 'earlier token',
      input: reset.input(arena),
      arrange: async () =>
        useToken(arena, { token: await anotherResetToken(arena), password: 'the-second-pass-word' }),
    }),
  ])

  attempt('a token from before a password change', (arena) => [
    publicShot(arena, reset, {
      label: 'old token',
      input: reset.input(arena),
      arrange: () => {
        const row = accountRows.find(({ exportName }) => exportName === 'changePasswordAction')
        if (!row) throw new Error('The matrix has no row for changing the password.')
        const change = { currentPassword: demoPassword, newPassword: 'the-changed-pass-word' }
        return send(callsTo(arena, row, signedIn(arena, VIEWER)).likeTheApp(change))
      },
    }),
  ])

  attempt('a misspelled token', (arena) => {
    const { reset: token } = arena.record.tokens
    const spellings = [
      token.toLowerCase(),
      token.toUpperCase(),
      ` ${token}`,
      `${token} `,
      `${token}\n`,
      token.slice(0, -1),
      `${token}A`,
      `reset-password:${token}`,
      '%',
      '_'.repeat(24),
      token.replace(/.$/, '_'),
    ]
    return spellings
      .filter((spelling) => spelling !== token)
      .map((spelling) =>
        publicShot(arena, reset, { label: spelling.length.toString(), input: { token: spelling, password } }),
      )
  })

  attempt('stored values used as a token', (arena) =>
    arena
      .rows('verification')
      .flatMap(({ id, identifier, value }) =>
        [id, identifier, value].map((stored) =>
          publicShot(arena, reset, { label: 'a column', input: { token: String(stored), password } }),
        ),
      ),
  )

  attempt("another user's token in the caller's session", (arena) => [
    publicShot(arena, reset, {
      label: "only ends the token owner's sessions",
      caller: signedIn(arena, 'owner@globex.test'),
      input: reset.input(arena),
      must: 'succeed',
      setsNoCookie: true,
    }),
  ])
})

test.describe(request.exportName, () => {
  attempt(
    'an email without an account',
    (arena) => [
      publicShot(arena, request, {
        label: 'sends no mail',
        input: { ...request.input(arena), email: 'nobody@attack.test' },
        must: 'succeed',
        changes: [],
      }),
    ],
    request,
  )

  attempt(
    'a forged Host header does not reach the mail',
    (arena) => {
      const none = { Origin: '', 'Sec-Fetch-Site': '' }
      const forged = [
        { ...none, Host: 'evil.example' },
        { ...none, 'X-Forwarded-Host': 'evil.example' },
        {
          ...none,
          'X-Forwarded-Host': 'evil.example',
          'X-Forwarded-Proto': 'https',
          Forwarded: 'host=evil.example',
        },
      ]
      return forged.map((headers) =>
        publicShot(arena, request, {
          label: JSON.stringify(headers),
          input: request.input(arena),
          headers,
          must: 'succeed',
          changes: [
            { table: 'verification', kind: 'insert', rows: 1 },
            {
              table: MAIL,
              kind: 'insert',
              rows: 1,
              values: { to: 'owner@acme.test' },
              without: ['evil.example'],
            },
          ],
        }),
      )
    },
    request,
  )
})
