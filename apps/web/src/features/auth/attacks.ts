import { insideTheApp, namedRows, type Field, type MatrixOf } from '@kit/attacks/engine/row'
import { MAIL, newcomer } from '@kit/attacks/engine/arena'
import { LINKED } from '@kit/attacks/engine/methods'
import { ownChange } from '@kit/attacks/engine/own-change'
import { guarded } from '@kit/attacks/engine/two-factor'
import { solutionFor } from '@kit/attacks/state/solutions'
import { demoPassword } from '@kit/attacks/app/people'
import type * as actions from '@/features/auth/actions'
import { redirectPath } from '@/lib/url/redirect-path'

const emailOfLength = (length: number) => `${'a'.repeat(length - '@attack.test'.length)}@attack.test`

export const email: Field = {
  path: 'email',
  kind: 'text',
  required: true,
  longest: 254,
  lengthen: emailOfLength,
}
const password: Field = { path: 'password', kind: 'text', required: true, longest: 128, secret: true }
export const oneTimeCode: Field = { path: 'oneTimeCode', kind: 'text', required: true, longest: 32 }
const token: Field = { path: 'token', kind: 'text', required: true, longest: 2048 }

export const captchaProof: Field = {
  path: 'captcha',
  kind: 'text',
  required: true,
  longest: 2048,
  lengthen: (length) => 'A'.repeat(length),
}

export const provider: Field = { path: 'provider', kind: 'choice', required: true }

const applicant = {
  name: "Ada O'Neill",
  email: 'applicant@attack.test',
  password: 'an-applicants-pass-word',
  captcha: solutionFor('auth.signUp'),
}

const matrix: MatrixOf<typeof actions> = {
  signUpAction: {
    kind: 'public',
    limits: ['default.public', 'signUp.ip', 'signUp.mailbox'],
    mailLimits: ['verificationMail.mailbox'],
    encoding: 'form',
    stateful: true,
    page: () => '/sign-up',
    captcha: 'auth.signUp',
    input: () => applicant,
    fields: [
      { path: 'name', kind: 'text', required: true, longest: 80, free: true },
      email,
      password,
      captchaProof,
    ],
    refusals: [],
    changes: (_, input) => [
      {
        table: 'user',
        kind: 'insert',
        rows: 1,
        values: { name: input.name, email: input.email, email_verified: false, role: 'user', banned: false },
      },
      { table: 'account', kind: 'insert', rows: 1 },
      // The browser that created the account.
      { table: 'verification', kind: 'insert', rows: 1 },
      { table: MAIL, kind: 'insert', rows: 1, values: { to: input.email } },
    ],
    answer: { redirect: (location) => location === '/check-email' },
  },
  signInAction: {
    kind: 'public',
    limits: ['default.public', 'signIn.ip', 'signIn.withoutCaptcha', 'signIn.email'],
    mailLimits: ['signInMail.mailbox'],
    encoding: 'form',
    stateful: true,
    page: () => '/sign-in',
    input: () => ({ email: 'viewer@acme.test', password: demoPassword, next: '/account?from=sign-in' }),
    fields: [
      email,
      password,
      { path: 'next', kind: 'text', required: false, longest: 2048, target: true },
      { ...captchaProof, required: false },
    ],
    refusals: ['INVALID_CREDENTIALS'],
    changes: (arena) => [
      {
        table: 'session',
        kind: 'insert',
        rows: 1,
        values: { user_id: arena.userId('viewer@acme.test'), impersonated_by: null },
      },
      // The caller sends no cookie, so the browser is new.
      {
        table: 'known_browser',
        kind: 'insert',
        rows: 1,
        values: { user_id: arena.userId('viewer@acme.test') },
      },
      {
        table: 'verification',
        kind: 'insert',
        rows: 1,
        values: { value: `sign-in:${arena.userId('viewer@acme.test')}:viewer@acme.test` },
      },
      { table: MAIL, kind: 'insert', rows: 1, values: { to: 'viewer@acme.test' } },
    ],
    answer: { redirect: insideTheApp },
  },
  signInWithCodeAction: {
    kind: 'public',
    codePending: true,
    limits: ['default.public', 'signInCode.ip', 'signInCode.account'],
    mailLimits: ['signInMail.mailbox'],
    encoding: 'form',
    stateful: true,
    page: () => '/sign-in/code',
    input: (arena) => ({ oneTimeCode: arena.codeOf(guarded), next: '/account?from=sign-in' }),
    fields: [
      oneTimeCode,
      { path: 'next', kind: 'text', required: false, mayBeEmpty: true, longest: 2048, target: true },
    ],
    refusals: ['WRONG_CODE'],
    attempts: (arena) => [
      {
        table: 'sign_in_challenge',
        kind: 'update',
        rows: 1,
        columns: ['attempts'],
        values: { user_id: arena.userId(guarded) },
      },
    ],
    changes: (arena) => {
      const user_id = arena.userId(guarded)
      return [
        { table: 'two_factor', kind: 'update', rows: 1, columns: ['last_step'], values: { user_id } },
        { table: 'sign_in_challenge', kind: 'delete', rows: 1, values: { user_id } },
        { table: 'session', kind: 'insert', rows: 1, values: { user_id, impersonated_by: null } },
        // The caller sends no cookie of a known browser.
        { table: 'known_browser', kind: 'insert', rows: 1, values: { user_id } },
        {
          table: 'verification',
          kind: 'insert',
          rows: 1,
          values: { value: `sign-in:${user_id}:${guarded}` },
        },
        { table: MAIL, kind: 'insert', rows: 1, values: { to: guarded } },
      ]
    },
    answer: { redirect: insideTheApp },
    once: true,
  },
  startProviderSignInAction: {
    kind: 'public',
    limits: ['default.public', 'providerStart.ip'],
    encoding: 'form',
    stateful: true,
    page: () => '/sign-in',
    input: () => ({ provider: LINKED, next: '/account?from=sign-in' }),
    fields: [
      provider,
      { path: 'next', kind: 'text', required: false, mayBeEmpty: true, longest: 2048, target: true },
    ],
    refusals: [],
    // A hash of the secret of the browser that left.
    changes: () => [{ table: 'verification', kind: 'insert', rows: 1 }],
    answer: { redirect: (location) => location === '/sign-in/provider' },
  },
  requestMagicLinkAction: {
    kind: 'public',
    limits: ['default.public', 'magicLink.ip', 'magicLink.mailbox'],
    encoding: 'form',
    stateful: true,
    page: () => '/sign-in/link',
    captcha: 'auth.requestMagicLink',
    input: () => ({ email: 'owner@acme.test', captcha: solutionFor('auth.requestMagicLink') }),
    fields: [
      email,
      { path: 'next', kind: 'text', required: false, mayBeEmpty: true, longest: 2048, target: true },
      captchaProof,
    ],
    refusals: [],
    changes: (arena, input) => [
      {
        table: 'verification',
        kind: 'insert',
        rows: 1,
        values: {
          value: `${arena.userId('owner@acme.test')}:magic-link:${redirectPath(String(input.next ?? ''), '')}`,
        },
      },
      { table: MAIL, kind: 'insert', rows: 1, values: { to: input.email } },
    ],
    answer: 'data',
  },
  signInWithMagicLinkAction: {
    kind: 'public',
    limits: ['default.public', 'signInLink.ip'],
    mailLimits: ['signInMail.mailbox'],
    encoding: 'form',
    stateful: true,
    page: () => '/sign-in/link',
    signedOut: true,
    input: (arena) => ({ token: arena.record.tokens.magicLink }),
    proves: 'nomad@gatehouse.test',
    fields: [token],
    refusals: ['INVALID_TOKEN'],
    changes: (arena) => {
      const user_id = arena.userId('nomad@gatehouse.test')
      return [
        {
          table: 'verification',
          kind: 'delete',
          rows: 1,
          values: { value: `${user_id}:magic-link:/account` },
        },
        // They have a password, so the session isn't fresh.
        { table: 'session', kind: 'insert', rows: 1, values: { user_id, proved_at: null } },
        // The caller sends no cookie of a known browser.
        { table: 'known_browser', kind: 'insert', rows: 1, values: { user_id } },
        {
          table: 'verification',
          kind: 'insert',
          rows: 1,
          values: { value: `sign-in:${user_id}:nomad@gatehouse.test` },
        },
        { table: MAIL, kind: 'insert', rows: 1, values: { to: 'nomad@gatehouse.test' } },
      ]
    },
    // Stored with the link.
    answer: { redirect: (location) => location === '/account' },
    once: true,
  },
  signOutAction: {
    kind: 'public',
    limits: ['default.public'],
    encoding: 'form',
    stateful: false,
    page: () => '/organizations',
    as: 'editor@acme.test',
    input: () => ({}),
    fields: [],
    refusals: [],
    changes: (arena) => [
      { table: 'session', kind: 'delete', rows: 1, values: { user_id: arena.userId('editor@acme.test') } },
    ],
    answer: { redirect: (location) => location === '/sign-in' },
    once: true,
  },
  requestPasswordResetAction: {
    kind: 'public',
    limits: ['default.public', 'resetMail.ip', 'resetMail.mailbox'],
    encoding: 'form',
    stateful: true,
    page: () => '/forgot-password',
    captcha: 'auth.requestPasswordReset',
    input: () => ({ email: 'owner@acme.test', captcha: solutionFor('auth.requestPasswordReset') }),
    fields: [email, captchaProof],
    refusals: [],
    changes: (_, input) => [
      { table: 'verification', kind: 'insert', rows: 1 },
      { table: MAIL, kind: 'insert', rows: 1, values: { to: input.email } },
    ],
    answer: 'data',
  },
  resetPasswordAction: {
    kind: 'public',
    limits: ['default.public', 'resetPassword.ip'],
    encoding: 'form',
    stateful: true,
    page: () => '/reset-password',
    input: (arena) => ({ token: arena.record.tokens.reset, password: 'a-better-pass-word' }),
    fields: [token, password],
    refusals: ['INVALID_TOKEN'],
    changes: (arena) => {
      const user_id = arena.userId('viewer@acme.test')
      const sessions = arena.rows('session').filter((session) => session.user_id === user_id).length
      return [
        {
          table: 'account',
          kind: 'update',
          rows: 1,
          columns: ['password', 'updated_at'],
          values: { user_id },
        },
        { table: 'verification', kind: 'delete', rows: 1, values: { value: user_id } },
        { table: 'session', kind: 'delete', rows: sessions, values: { user_id } },
        ownChange(arena, 'viewer@acme.test', 'auth.resetPassword', { password: {} }),
        { table: MAIL, kind: 'insert', rows: 1, values: { to: 'viewer@acme.test' } },
      ]
    },
    answer: 'data',
    once: true,
  },
  resendVerificationAction: {
    kind: 'public',
    limits: ['default.public', 'resendLink.ip'],
    mailLimits: ['verificationMail.mailbox'],
    encoding: 'form',
    stateful: true,
    page: () => '/check-email',
    cookie: (arena) => arena.record.tokens.signUp,
    input: () => ({}),
    fields: [],
    refusals: [],
    changes: () => [{ table: MAIL, kind: 'insert', rows: 1, values: { to: newcomer.email } }],
    answer: 'data',
  },
  finishSignUpAction: {
    kind: 'public',
    limits: ['default.public', 'verifyEmail.ip', 'verifyEmail.link'],
    encoding: 'form',
    stateful: true,
    page: () => '/verify-email',
    signedOut: true,
    cookie: (arena) => arena.record.tokens.signUp,
    input: (arena) => ({ token: arena.record.tokens.verify }),
    fields: [token],
    refusals: ['INVALID_TOKEN'],
    changes: (arena) => {
      // Without a database, the newcomer has not signed up.
      const user_id = arena.rows('user').find(({ email: of }) => of === newcomer.email)?.id
      return [
        {
          table: 'user',
          kind: 'update',
          rows: 1,
          columns: ['email_verified', 'updated_at'],
          values: { email: newcomer.email, email_verified: true },
        },
        { table: 'verification', kind: 'delete', rows: 1, values: { value: `sign-up:${user_id}` } },
        { table: 'session', kind: 'insert', rows: 1, values: { user_id, proved_at: null } },
        { table: 'known_browser', kind: 'insert', rows: 1, values: { user_id } },
      ]
    },
    answer: { redirect: (location) => location === '/organizations/new' },
    once: true,
  },
  verifyEmailAction: {
    kind: 'public',
    limits: ['default.public', 'verifyEmail.ip', 'verifyEmail.link'],
    encoding: 'form',
    stateful: true,
    page: () => '/verify-email',
    input: (arena) => ({ token: arena.record.tokens.verify, password: newcomer.password }),
    fields: [token, password],
    refusals: ['INVALID_TOKEN', 'WRONG_PASSWORD'],
    changes: () => [
      {
        table: 'user',
        kind: 'update',
        rows: 1,
        columns: ['email_verified', 'updated_at'],
        values: { email: newcomer.email, email_verified: true },
      },
    ],
    answer: 'data',
  },
}

export const attacks = namedRows('src/features/auth/actions.ts', matrix)
