import { anonymous, signedIn, withCookie } from '@kit/attacks/engine/caller'
import { attackTest } from '@kit/attacks/engine/attack-test'
import { callsTo } from '@kit/attacks/engine/calls'
import {
  assertionOf,
  attestationOf,
  liveSessionOf,
  SIGN_IN_BROWSER,
  signInBrowserCookie,
} from '@kit/attacks/engine/passkeys'
import { test } from '@kit/attacks/engine/test'
import { guarded } from '@kit/attacks/engine/two-factor'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Refusal, Shot } from '@kit/attacks/engine/attack'
import type { Input } from '@kit/attacks/engine/row'
import { attacks, OWNER, passkeyOf } from './attacks'

function rowOf(exportName: string) {
  const row = attacks.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no row ${exportName}.`)
  return row
}

const signIn = rowOf('signInWithPasskeyAction')
const confirm = rowOf('confirmWithPasskeyAction')
const add = rowOf('addPasskeyAction')

const MINUTE = 60_000
const wrong: Refusal = { codes: ['WRONG_PASSKEY'] }
const base64url = (text: string) => Buffer.from(text).toString('base64url')

/** Lies that a browser or authenticator can tell. */
const lies: Readonly<Record<string, Parameters<typeof assertionOf>[3]>> = {
  'a foreign origin': { origin: 'https://evil.example' },
  'an origin that begins like ours': { origin: 'http://localhost.evil.example' },
  'another relying party': { rpId: 'evil.example' },
  'a frame of another site': { crossOrigin: true },
  'nobody present': { isPresent: false },
  'nobody verified': { isVerified: false },
}

const browser = { use: 'sign-in', holder: SIGN_IN_BROWSER } as const
const inBrowser = () => withCookie('with its cookie', signInBrowserCookie)

const refusedSignIn = (arena: Arena, label: string, input: Input, more: Partial<Shot> = {}): Shot => {
  const caller = more.caller ?? inBrowser()
  const request = callsTo(arena, signIn, caller).likeTheApp(input)
  return { label, caller, request, must: 'hold', refusal: wrong, ...more }
}

test.describe(signIn.exportName, () => {
  attackTest(signIn, {
    group: 'public',
    name: 'an almost right answer',
    shots: (arena) => [
      ...Object.entries({ ...lies, 'the answer to another question': { type: 'webauthn.create' } }).map(
        ([label, lie]) => refusedSignIn(arena, label, assertionOf(arena, guarded, browser, lie)),
      ),
      refusedSignIn(
        arena,
        'someone else’s handle',
        assertionOf(arena, guarded, browser, { userHandle: base64url(arena.userId(OWNER)) }),
      ),
      refusedSignIn(arena, 'someone else’s credential', {
        ...assertionOf(arena, guarded, browser),
        credentialId: assertionOf(arena, OWNER, browser).credentialId,
      }),
      refusedSignIn(arena, 'a passkey that nobody added', assertionOf(arena, 'viewer@acme.test', browser)),
    ],
  })

  attackTest(signIn, {
    group: 'public',
    name: 'the challenge of another time, browser or use',
    shots: (arena) => {
      const to = (purpose: Parameters<typeof assertionOf>[2]) => assertionOf(arena, guarded, purpose)
      return [
        refusedSignIn(arena, 'ten minutes ago', to({ ...browser, at: Date.now() - 10 * MINUTE })),
        refusedSignIn(arena, 'another browser', to({ ...browser, holder: 'C'.repeat(43) })),
        refusedSignIn(arena, 'to confirm', to({ ...browser, use: 'confirm' })),
        refusedSignIn(arena, 'to add', to({ ...browser, use: 'add' })),
        refusedSignIn(arena, 'no cookie', to(browser), { caller: anonymous }),
        refusedSignIn(arena, 'an empty cookie', to({ use: 'sign-in', holder: '' }), {
          caller: withCookie('an empty cookie', 'gatehouse.passkey_sign_in='),
        }),
      ]
    },
  })

  attackTest(signIn, {
    group: 'state',
    name: 'an answer that is used fifty times at once, and again',
    shots: (arena) => {
      const caller = inBrowser()
      const request = callsTo(arena, signIn, caller).likeTheApp(signIn.input(arena))
      const alongside = Array.from({ length: 49 }, () => request)
      return [
        {
          label: 'fifty parallel calls',
          caller,
          request,
          alongside,
          must: 'succeed',
          refusal: { codes: ['WRONG_PASSKEY', 'RATE_LIMITED', 'BUSY'] },
        },
      ]
    },
  })

  attackTest(signIn, {
    group: 'state',
    name: 'a passkey or an account that may not sign in',
    shots: (arena) => {
      const id = arena.userId(guarded)
      const right = (label: string, arrange: Shot['arrange'], refusal = wrong) =>
        refusedSignIn(arena, label, signIn.input(arena), { arrange, refusal })
      return [
        right('a counter that went down', ({ database: { sql } }) => sql`UPDATE passkey SET counter = 7`),
        right('removed', ({ database: { sql } }) => sql`DELETE FROM passkey WHERE user_id = ${id}`),
        right('suspended', ({ database: { sql } }) => sql`UPDATE "user" SET banned = true WHERE id = ${id}`, {
          codes: ['ACCOUNT_BANNED'],
        }),
        right(
          'an unverified email',
          ({ database: { sql } }) => sql`UPDATE "user" SET email_verified = false WHERE id = ${id}`,
        ),
      ]
    },
  })
})

const owner = (arena: Arena) => signedIn(arena, OWNER)

test.describe(confirm.exportName, () => {
  const held = (arena: Arena, label: string, input: Input): Shot => ({
    label,
    caller: owner(arena),
    request: callsTo(arena, confirm, owner(arena)).likeTheApp(input),
    must: 'hold',
    refusal: wrong,
  })

  attackTest(confirm, {
    group: 'fresh',
    name: 'an almost right answer',
    shots: (arena) => {
      const own = { use: 'confirm', holder: liveSessionOf(arena, OWNER) } as const
      return [
        ...Object.entries(lies).map(([label, lie]) =>
          held(arena, label, assertionOf(arena, OWNER, own, lie)),
        ),
        held(arena, "someone else's passkey", assertionOf(arena, guarded, own)),
        held(
          arena,
          "someone else's passkey without a handle",
          Object.fromEntries(
            Object.entries(assertionOf(arena, guarded, own)).filter(([name]) => name !== 'userHandle'),
          ),
        ),
        held(
          arena,
          'the challenge of another session',
          assertionOf(arena, OWNER, { ...own, holder: liveSessionOf(arena, 'viewer@acme.test') }),
        ),
        held(arena, 'the challenge of a sign-in', assertionOf(arena, OWNER, browser)),
        held(
          arena,
          'a challenge of ten minutes ago',
          assertionOf(arena, OWNER, { ...own, at: Date.now() - 10 * MINUTE }),
        ),
      ]
    },
  })
})

test.describe(add.exportName, () => {
  const held = (arena: Arena, label: string, input: Input): Shot => ({
    label,
    caller: owner(arena),
    request: callsTo(arena, add, owner(arena)).likeTheApp({ name: 'Work laptop', ...input }),
    must: 'hold',
    refusal: wrong,
  })

  attackTest(add, {
    group: 'state',
    name: 'an almost right answer',
    shots: (arena) => {
      const own = { use: 'add', holder: liveSessionOf(arena, OWNER) } as const
      return [
        ...Object.entries(lies).map(([label, lie]) => held(arena, label, attestationOf('new', own, lie))),
        held(arena, "someone else's passkey", attestationOf(guarded, own)),
        held(arena, 'a passkey that was added', attestationOf(OWNER, own)),
        held(arena, 'another ID', {
          ...attestationOf('new', own),
          credentialId: attestationOf('other', own).credentialId ?? '',
        }),
        held(
          arena,
          'the challenge of another session',
          attestationOf('new', { ...own, holder: liveSessionOf(arena, 'viewer@acme.test') }),
        ),
        held(arena, 'the challenge to confirm', attestationOf('new', { ...own, use: 'confirm' })),
        held(
          arena,
          'a challenge of ten minutes ago',
          attestationOf('new', { ...own, at: Date.now() - 10 * MINUTE }),
        ),
      ]
    },
  })
})

for (const exportName of ['renamePasskeyAction', 'removePasskeyAction']) {
  const row = rowOf(exportName)
  test.describe(exportName, () => {
    attackTest(row, {
      group: 'id',
      name: "someone else's passkey",
      shots: (arena) =>
        ['editor@globex.test', 'root@gatehouse.test'].map((person) => {
          const caller = signedIn(arena, person === 'root@gatehouse.test' ? person : 'editor@globex.test')
          const input = row.input(arena)
          const request = callsTo(arena, row, caller).likeTheApp(input)
          return { label: person, caller, request, must: 'hold', refusal: { codes: ['NOT_FOUND'] } }
        }),
    })
  })
}

const remove = rowOf('removePasskeyAction')

test.describe(remove.exportName, () => {
  attackTest(remove, {
    group: 'race',
    name: 'the last way to sign in',
    shots: (arena) => {
      const caller = owner(arena)
      const request = callsTo(arena, remove, caller).likeTheApp({ passkeyId: passkeyOf(arena, OWNER) })
      return [
        {
          label: 'without a password, twenty at once',
          caller,
          request,
          alongside: Array.from({ length: 19 }, () => request),
          must: 'hold',
          refusal: { codes: ['CONFLICT', 'RATE_LIMITED'] },
          // Disabled, because this trigger would end the sessions when the password changes.
          arrange: async ({ database: { sql } }: Arena) => {
            await sql`ALTER TABLE account DISABLE TRIGGER end_sessions`
            await sql`UPDATE account SET password = NULL WHERE user_id = ${arena.userId(OWNER)}`
          },
          afterwards: ({ database: { sql } }: Arena) => sql`ALTER TABLE account ENABLE TRIGGER end_sessions`,
        },
      ]
    },
  })
})
