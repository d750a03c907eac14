import { createHmac } from 'node:crypto'

import { send } from '@kit/attacks/http/raw-http'
import { newcomer, type Arena } from '@kit/attacks/engine/arena'
import { attackTest } from '@kit/attacks/engine/attack-test'
import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { publicRow, publicShot } from './attack-cases'
import { test } from '@kit/attacks/engine/test'
import type { Shot } from '@kit/attacks/engine/attack'

const verify = publicRow('verifyEmailAction')

const attempt = (name: string, shots: (arena: Arena) => Shot[]) =>
  attackTest(verify, { group: 'public', name, shots })

test.describe(verify.exportName, () => {
  attempt('a token for another purpose', (arena) => [
    publicShot(arena, verify, {
      label: 'password reset token',
      input: { token: arena.record.tokens.reset, password: newcomer.password },
    }),
  ])

  attempt('a forged token', (arena) =>
    forgedTokens(arena).map((token) =>
      publicShot(arena, verify, {
        label: token.slice(0, 40),
        input: { token, password: newcomer.password },
        // Always this code: a response about the password would let anyone guess it.
        refusal: { codes: ['INVALID_TOKEN'] },
      }),
    ),
  )

  attempt("a valid token with someone else's password", (arena) => [
    publicShot(arena, verify, {
      label: 'by the owner of the mailbox',
      input: { ...verify.input(arena), password: 'the-owners-own-pass-word' },
      refusal: { codes: ['WRONG_PASSWORD'] },
    }),
  ])

  attempt('a reused token', (arena) => [
    publicShot(arena, verify, {
      label: 'the second time',
      input: verify.input(arena),
      arrange: () => send(callsTo(arena, verify, anonymous).likeTheApp(verify.input(arena))),
      must: 'either',
      changes: [],
      setsNoCookie: true,
    }),
  ])

  attempt("another user's token in the caller's session", (arena) => [
    publicShot(arena, verify, {
      label: 'verifies the email without signing in',
      caller: signedIn(arena, 'owner@globex.test'),
      input: verify.input(arena),
      must: 'succeed',
      setsNoCookie: true,
    }),
  ])
})

/** None of these is signed by the app or carries the original payload. */
function forgedTokens(arena: Arena): string[] {
  const [header = '', payload = '', signature = ''] = arena.record.tokens.verify.split('.')
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const other = encode({
    ...claims,
    email: 'viewer@acme.test',
    updateTo: 'evil@attack.test',
    requestType: 'change-email-verification',
  })
  const signed = (secret: string, head = header) =>
    `${head}.${payload}.${createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url')}`
  const late = encode({ ...claims, exp: 4_102_444_800 })
  return [
    `${header}.${other}.${signature}`,
    `${header}.${late}.${signature}`,
    `${encode({ alg: 'none' })}.${payload}.`,
    `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.${signature}`,
    `${encode({ alg: 'HS256', kid: '../../dev/null' })}.${payload}.${signature}`,
    ...(arena.development ? [] : [signed('gatehouse-development-secret-not-for-production')]),
    signed('better-auth-secret-12345678901234567890'),
    signed(' '),
    `${header}.${payload}.`,
    `${header}.${payload}`,
    `${header}.${payload}.${signature}.${signature}`,
    newcomer.email,
  ]
}
