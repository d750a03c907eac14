import { expect } from '@playwright/test'

import { policies } from '@kit/rate-limit/policies'

import { mailDirectory } from '@kit/attacks/app/environment'
import { readMessages } from '@kit/attacks/state/mailbox'
import { outcomeOf } from '@kit/attacks/http/outcome'
import { demoPassword, people } from '@kit/attacks/app/people'
import { send } from '@kit/attacks/http/raw-http'
import { cookiesOf } from '@kit/attacks/app/sessions'
import { solutionFor } from '@kit/attacks/state/solutions'
import { anonymous, signedIn, type Caller } from '@kit/attacks/engine/caller'
import { call } from './recorded-events'
import { eventually } from '@kit/attacks/engine/set-up'
import { test } from '@kit/attacks/engine/test'
import { newcomer, type Arena } from '@kit/attacks/engine/arena'
import type { Input } from '@kit/attacks/engine/row'

// No trusted proxy is configured, so the server must ignore any IP that a client claims.
const disguise = (turn: number) => ({
  'X-Forwarded-For': `198.51.100.${turn}, 203.0.113.${turn}`,
  'X-Real-IP': `198.51.100.${turn}`,
  'CF-Connecting-IP': `198.51.100.${turn}`,
  Forwarded: `for=198.51.100.${turn};proto=https`,
})

test.beforeEach(({ arena }) => arena.database.resetCounters())
test.afterEach(async ({ arena }) => arena.restore(await arena.snapshot()))

/** Sends the calls in sequence, each claiming another IP. Returns the outcomes. */
async function flood(
  arena: Arena,
  exportName: string,
  inputs: Input[],
  caller: Caller = anonymous,
): Promise<string[]> {
  const answers: string[] = []
  for (const [turn, input] of inputs.entries()) {
    const reply = await send(call(arena, exportName, caller, { input, headers: disguise(turn) }))
    const outcome = outcomeOf(reply)
    if (outcome.kind !== 'redirect') expect(cookiesOf(reply), 'signed in').toBe('')
    answers.push(outcome.kind === 'error' ? outcome.code : outcome.kind)
  }
  return answers
}

const VICTIM = 'viewer@acme.test'
const GUESSES = 20

/** Wrong passwords, then the right one. */
const guesses = (more: Input = {}): Input[] => [
  ...Array.from({ length: GUESSES }, (_, turn) => ({
    email: VICTIM,
    password: `guess number ${turn}`,
    ...more,
  })),
  { email: VICTIM, password: demoPassword, ...more },
]

async function expectAnotherSignsIn(arena: Arena): Promise<void> {
  const input = { email: 'editor@globex.test', password: demoPassword }
  const reply = await send(call(arena, 'signInAction', anonymous, { input }))
  expect(outcomeOf(reply).kind).toBe('redirect')
  expect(cookiesOf(reply)).not.toBe('')
}

const repeated = (times: number, value: string) => Array.from({ length: times }, () => value)

test('guessing a password soon requires a captcha, even for the right one', async ({ arena }) => {
  const { limit } = policies['signIn.withoutCaptcha']
  expect(await flood(arena, 'signInAction', guesses())).toEqual([
    ...repeated(limit, 'INVALID_CREDENTIALS'),
    ...repeated(GUESSES + 1 - limit, 'CAPTCHA_REQUIRED'),
  ])
  expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
  await expectAnotherSignsIn(arena)
})

test('guessing a password with captchas locks the account', async ({ arena }) => {
  const { limit } = policies['signIn.email']
  expect(await flood(arena, 'signInAction', guesses({ captcha: solutionFor('auth.signIn') }))).toEqual([
    ...repeated(limit, 'INVALID_CREDENTIALS'),
    ...repeated(GUESSES + 1 - limit, 'RATE_LIMITED'),
  ])
  expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
  await expectAnotherSignsIn(arena)
})

test('trying one password on every account blocks the IP', async ({ arena }) => {
  const { limit } = policies['signIn.ip']
  const inputs = Array.from({ length: limit + 10 }, (_, turn) => ({
    email: `nobody-${turn}@attack.test`,
    password: demoPassword,
  }))
  expect(await flood(arena, 'signInAction', inputs)).toEqual([
    ...repeated(limit, 'INVALID_CREDENTIALS'),
    ...repeated(10, 'RATE_LIMITED'),
  ])
})

/** Waits for the mails of a flood and expects exactly this many. */
async function expectMails(before: number, sent: number): Promise<void> {
  const count = async () => (await readMessages(mailDirectory())).length - before
  await eventually(async () => expect(await count()).toBeGreaterThanOrEqual(sent))
  expect(await count()).toBe(sent)
}

const mailFloods = [
  {
    name: 'one mailbox',
    action: 'requestPasswordResetAction',
    inputs: Array.from({ length: 8 }, (): Input => ({ email: 'owner@acme.test' })),
    limit: policies['resetMail.mailbox'].limit,
  },
  {
    name: 'every mailbox',
    action: 'requestPasswordResetAction',
    // The most that each mailbox can get.
    inputs: people.flatMap((email): Input[] => [{ email }, { email }, { email }]),
    limit: policies['resetMail.ip'].limit,
  },
  {
    name: 'the contact mailbox',
    action: 'sendContactMessageAction',
    inputs: Array.from({ length: 12 }, (_, turn): Input => ({ message: `Number ${turn}` })),
    limit: policies['contact.ip'].limit,
  },
]

for (const { name, action, inputs, limit } of mailFloods) {
  test(`flooding ${name} by ${action}sends a bounded number of emails`, async ({ arena }) => {
    const before = (await readMessages(mailDirectory())).length
    expect(inputs.length).toBeGreaterThan(limit)
    expect(await flood(arena, action, inputs)).toEqual([
      ...repeated(limit, 'data'),
      ...repeated(inputs.length - limit, 'RATE_LIMITED'),
    ])
    await expectMails(before, limit)
    await expectAnotherSignsIn(arena)
  })
}

test('spellings of one mailbox share its limit', async ({ arena }) => {
  const { limit } = policies['resetMail.mailbox']
  const inputs = ['owner@acme.test', 'owner+1@acme.test', 'ow.ner@acme.test', 'OWNER+2@acme.test'].map(
    (email): Input => ({ email }),
  )
  expect(await flood(arena, 'requestPasswordResetAction', inputs)).toEqual([
    ...repeated(limit, 'data'),
    ...repeated(inputs.length - limit, 'RATE_LIMITED'),
  ])
})

test('invitations to spellings of one mailbox share its limit', async ({ arena }) => {
  const { limit } = policies['invitationMail.mailbox']
  const before = (await readMessages(mailDirectory())).length
  const inputs = Array.from({ length: limit + 3 }, (_, turn): Input => ({
    email: `gu.est+${turn}@attack.test`,
  }))
  const caller = signedIn(arena, 'owner@acme.test')
  expect(await flood(arena, 'createInvitationAction', inputs, caller)).toEqual([
    ...repeated(limit, 'data'),
    ...repeated(3, 'RATE_LIMITED'),
  ])
  await expectMails(before, limit)
})

test('signing in with an unverified email sends a bounded number of emails', async ({ arena }) => {
  const { limit } = policies['verificationMail.mailbox']
  const before = (await readMessages(mailDirectory())).length
  const { email, password } = newcomer
  const inputs = Array.from({ length: limit + 4 }, (): Input => ({
    email,
    password,
    captcha: solutionFor('auth.signIn'),
  }))
  expect(await flood(arena, 'signInAction', inputs)).toEqual(repeated(inputs.length, 'INVALID_CREDENTIALS'))
  await expectMails(before, limit)
})

test('a new account can send few invitations, whatever the mailbox', async ({ arena }) => {
  const { limit } = policies['invitationMail.newUser']
  await arena.database.sql`UPDATE "user" SET created_at = now() WHERE email = 'owner@acme.test'`
  const before = (await readMessages(mailDirectory())).length
  const inputs = Array.from({ length: limit + 3 }, (_, turn): Input => ({
    email: `guest${turn}@attack.test`,
  }))
  const caller = signedIn(arena, 'owner@acme.test')
  expect(await flood(arena, 'createInvitationAction', inputs, caller)).toEqual([
    ...repeated(limit, 'data'),
    ...repeated(3, 'RATE_LIMITED'),
  ])
  await expectMails(before, limit)
})
