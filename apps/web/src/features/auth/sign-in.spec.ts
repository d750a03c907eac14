import { demoPassword } from '@kit/attacks/app/people'
import { MAIL, newcomer, type Arena } from '@kit/attacks/engine/arena'
import { attackTest } from '@kit/attacks/engine/attack-test'
import { withCookie } from '@kit/attacks/engine/caller'
import { publicRow, publicShot } from './attack-cases'
import { test } from '@kit/attacks/engine/test'
import type { ErrorCode } from '@kit/action-middleware'
import type { Shot } from '@kit/attacks/engine/attack'

const signIn = publicRow('signInAction')
const VIEWER = 'viewer@acme.test'

const attempt = (name: string, shots: (arena: Arena) => Shot[], row = signIn) =>
  attackTest(row, { group: 'public', name, shots })

const refused = (
  arena: Arena,
  label: string,
  email: string,
  password: string,
  more: Partial<Shot> = {},
  code: ErrorCode = 'INVALID_CREDENTIALS',
) => publicShot(arena, signIn, { label, input: { email, password }, refusal: { codes: [code] }, ...more })

test.describe(signIn.exportName, () => {
  attempt('wrong passwords', (arena) => [
    refused(arena, 'wrong', VIEWER, 'not-the-pass-word'),
    refused(arena, 'other case', VIEWER, demoPassword.toUpperCase()),
    refused(arena, 'longer', VIEWER, `${demoPassword}\0`),
    refused(arena, 'with a trailing space', VIEWER, `${demoPassword} `),
    refused(arena, 'a space', VIEWER, ' '),
    refused(arena, 'shorter', VIEWER, demoPassword.slice(0, -1)),
    refused(arena, 'too long for any account', VIEWER, 'x'.repeat(128)),
    refused(arena, 'the hash itself', VIEWER, storedHash(arena)),
  ])

  attempt('an email without an account', (arena) => [
    refused(arena, 'unknown', 'nobody@attack.test', demoPassword),
  ])

  attempt('an unverified email', (arena) => [
    // The owner gets another link. Someone who only knows the email learns nothing.
    refused(arena, 'right password', newcomer.email, newcomer.password, {
      changes: [{ table: MAIL, kind: 'insert', rows: 1, values: { to: newcomer.email } }],
    }),
    refused(arena, 'wrong password', newcomer.email, 'not-the-pass-word'),
  ])

  attempt('a suspended user', (arena) => {
    const arrange = () => arena.database.sql`UPDATE "user" SET banned = true WHERE email = ${VIEWER}`
    return [
      refused(arena, 'right password', VIEWER, demoPassword, { arrange }, 'ACCOUNT_BANNED'),
      refused(arena, 'wrong password', VIEWER, 'not-the-pass-word', { arrange }),
    ]
  })

  attempt('session fixation', (arena) => {
    const { cookie } = arena.session('owner@globex.test')
    // The allowed call adds one session and changes no other.
    return [
      publicShot(arena, signIn, {
        label: "another user's cookie",
        caller: withCookie('fixation', cookie),
        input: signIn.input(arena),
        must: 'succeed',
      }),
    ]
  })
})

function storedHash(arena: Arena): string {
  const user = arena.userId(VIEWER)
  return String(arena.rows('account').find(({ user_id }) => user_id === user)?.password)
}
