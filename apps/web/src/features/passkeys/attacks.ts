import { MAIL, type Arena } from '@kit/attacks/engine/arena'
import {
  assertionOf,
  attestationOf,
  liveSessionOf,
  SIGN_IN_BROWSER,
  signInBrowserCookie,
} from '@kit/attacks/engine/passkeys'
import { insideTheApp, namedRows, type Field, type MatrixOf } from '@kit/attacks/engine/row'
import { guarded } from '@kit/attacks/engine/two-factor'
import type { Person } from '@kit/attacks/app/people'
import type { ExpectedChange } from '@kit/attacks/state/expectation'
import { demoId } from '@kit/db/demo/demo'
import type * as actions from '@/features/passkeys/actions'

const PATH = '/account/security'
const page = () => PATH

/** Has a passkey and a password. */
export const OWNER: Person = 'editor@acme.test'

const base64url = (path: string, longest: number): Field => ({
  path,
  kind: 'text',
  required: true,
  longest,
  misleading: ['a+b/c===', 'a b'],
})

const answer = [base64url('credentialId', 1364), base64url('clientData', 2048)]
const assertion = [...answer, base64url('authenticatorData', 2048), base64url('signature', 1024)]
const userHandle = base64url('userHandle', 128)
const name: Field = { path: 'name', kind: 'text', required: true, longest: 60, free: true }
const passkeyId: Field = { path: 'passkeyId', kind: 'uuid', required: true }

/** The ID of a person's passkey. */
export const passkeyOf = (arena: Arena, person: Person): string =>
  String(arena.rows('passkey').find(({ user_id }) => user_id === arena.userId(person))?.id)

const used = (user_id: string): ExpectedChange[] => [
  { table: 'passkey', kind: 'update', rows: 1, columns: ['last_used_at'], values: { user_id } },
  { table: 'answered_challenge', kind: 'insert', rows: 1 },
]

const mailTo = (to: string): ExpectedChange => ({ table: MAIL, kind: 'insert', rows: 1, values: { to } })

const recorded = (arena: Arena, action: string): ExpectedChange => ({
  table: 'audit_event',
  kind: 'insert',
  rows: 1,
  values: { action, actor_id: arena.userId(OWNER), target_type: 'passkey' },
  without: ['public_key', 'credential_id'],
})

const matrix: MatrixOf<typeof actions> = {
  startPasskeySignInAction: {
    kind: 'public',
    limits: ['default.public'],
    encoding: 'form',
    stateful: true,
    page: () => '/sign-in',
    input: () => ({}),
    fields: [],
    refusals: [],
    changes: () => [],
    answer: 'data',
  },
  signInWithPasskeyAction: {
    kind: 'public',
    limits: ['default.public', 'signIn.ip'],
    mailLimits: ['signInMail.mailbox'],
    encoding: 'form',
    stateful: true,
    page: () => '/sign-in',
    cookie: () => signInBrowserCookie,
    proves: guarded,
    input: (arena) => ({
      ...assertionOf(arena, guarded, { use: 'sign-in', holder: SIGN_IN_BROWSER }),
      next: '/account?from=sign-in',
    }),
    fields: [
      ...assertion,
      userHandle,
      { path: 'next', kind: 'text', required: false, mayBeEmpty: true, longest: 2048, target: true },
    ],
    refusals: ['WRONG_PASSKEY'],
    changes: (arena) => {
      const user_id = arena.userId(guarded)
      return [
        ...used(user_id),
        { table: 'session', kind: 'insert', rows: 1, values: { user_id, impersonated_by: null } },
        // The caller sends no cookie of a known browser.
        { table: 'known_browser', kind: 'insert', rows: 1, values: { user_id } },
        {
          table: 'verification',
          kind: 'insert',
          rows: 1,
          values: { value: `sign-in:${user_id}:${guarded}` },
        },
        mailTo(guarded),
      ]
    },
    answer: { redirect: insideTheApp },
    once: true,
  },
  startPasskeyConfirmationAction: {
    kind: 'authenticated',
    limits: ['default.user'],
    encoding: 'form',
    stateful: true,
    page,
    as: OWNER,
    input: () => ({}),
    fields: [],
    refusals: [],
    changes: () => [],
    answer: 'data',
  },
  confirmWithPasskeyAction: {
    kind: 'authenticated',
    limits: ['default.user', 'password.user'],
    encoding: 'form',
    stateful: true,
    page,
    as: OWNER,
    input: (arena) => assertionOf(arena, OWNER, { use: 'confirm', holder: liveSessionOf(arena, OWNER) }),
    fields: [...assertion, { ...userHandle, required: false }],
    refusals: ['WRONG_PASSKEY'],
    changes: (arena) => [
      ...used(arena.userId(OWNER)),
      {
        table: 'session',
        kind: 'update',
        rows: 1,
        columns: ['proved_at', 'updated_at'],
        values: { id: liveSessionOf(arena, OWNER) },
      },
    ],
    answer: 'data',
    once: true,
  },
  startAddingPasskeyAction: {
    kind: 'authenticated',
    limits: ['default.user'],
    fresh: true,
    encoding: 'form',
    stateful: true,
    page,
    as: OWNER,
    input: () => ({}),
    fields: [],
    refusals: [],
    changes: () => [],
    answer: 'data',
  },
  addPasskeyAction: {
    kind: 'authenticated',
    limits: ['default.user', 'passkeys.user'],
    fresh: true,
    encoding: 'form',
    stateful: true,
    page,
    as: OWNER,
    input: (arena) => ({
      name: 'Work laptop',
      ...attestationOf('new passkey', { use: 'add', holder: liveSessionOf(arena, OWNER) }),
    }),
    fields: [name, ...answer, base64url('attestationObject', 8192)],
    refusals: ['WRONG_PASSKEY'],
    changes: (arena, input) => {
      const user_id = arena.userId(OWNER)
      const { credentialId: credential_id } = input
      return [
        {
          table: 'passkey',
          kind: 'insert',
          rows: 1,
          values: { user_id, name: input.name, credential_id, counter: 0, last_used_at: null },
        },
        { table: 'answered_challenge', kind: 'insert', rows: 1 },
        recorded(arena, 'passkeys.add'),
        // The mailed link that removes the passkey.
        { table: 'verification', kind: 'insert', rows: 1, values: { value: `sign-in:${user_id}:${OWNER}` } },
        mailTo(OWNER),
      ]
    },
    answer: 'data',
    once: true,
  },
  renamePasskeyAction: {
    kind: 'authenticated',
    limits: ['default.user', 'passkeys.user'],
    encoding: 'form',
    stateful: true,
    page,
    as: OWNER,
    input: (arena) => ({ passkeyId: passkeyOf(arena, OWNER), name: 'Old laptop' }),
    fields: [passkeyId, name],
    refusals: ['NOT_FOUND'],
    changes: (arena, input) => [
      {
        table: 'passkey',
        kind: 'update',
        rows: 1,
        columns: ['name'],
        values: { id: input.passkeyId, user_id: arena.userId(OWNER), name: input.name },
      },
      recorded(arena, 'passkeys.rename'),
      mailTo(OWNER),
    ],
    answer: 'data',
  },
  removePasskeyAction: {
    kind: 'authenticated',
    limits: ['default.user', 'passkeys.user'],
    fresh: true,
    encoding: 'form',
    stateful: true,
    page,
    as: OWNER,
    input: (arena) => ({ passkeyId: passkeyOf(arena, OWNER) }),
    fields: [passkeyId],
    // The second of two parallel calls finds the passkey gone.
    refusals: ['NOT_FOUND', 'CONFLICT'],
    changes: (arena, input) => [
      {
        table: 'passkey',
        kind: 'delete',
        rows: 1,
        values: { id: input.passkeyId, user_id: arena.userId(OWNER) },
      },
      recorded(arena, 'passkeys.remove'),
      mailTo(OWNER),
    ],
    answer: 'data',
    once: true,
  },
}

export const attacks = namedRows('src/features/passkeys/actions.ts', matrix)

/** One passkey, for listing the attacks without a database. */
export const demoRows = () => ({
  passkey: [{ id: demoId('passkey', OWNER), userId: demoId('user', OWNER) }],
})
