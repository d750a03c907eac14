import { expect } from '@playwright/test'

import { comparable } from '@kit/attacks/http/comparable'
import { mailDirectory } from '@kit/attacks/app/environment'
import { snapshotMailbox } from '@kit/attacks/state/mailbox'
import { outcomeOf } from '@kit/attacks/http/outcome'
import { send, type RawResponse } from '@kit/attacks/http/raw-http'
import { solutionFor } from '@kit/attacks/state/solutions'
import type { Person } from '@kit/attacks/app/people'
import { MAIL, moved, newcomer, type Arena } from '@kit/attacks/engine/arena'
import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { attacks as invitationRows } from '../invitations/attacks'
import { publicRow } from './attack-cases'
import { report } from '@kit/attacks/engine/report'
import { test } from '@kit/attacks/engine/test'
import type { Input, NamedRow } from '@kit/attacks/engine/row'

const KNOWN = 'viewer@acme.test'
const UNKNOWN = 'stranger@attack.test'
const password = 'not-the-pass-word'

interface Comparison {
  row: NamedRow
  /** What the response must not reveal about an email. */
  secret: 'has an account' | 'blocks our mail'
  input: (email: string) => Input
  /** The response must be the same for each. The first has no account and blocks nothing. */
  emails: readonly string[]
  /** The action's own result: if a rate limit answered, all would look the same. */
  outcome: string
  /** Emails that receive a message. */
  mailed: readonly string[]
  /** The caller. Signed out by default. */
  as?: Person
}

const invite = invitationRows.find(({ exportName }) => exportName === 'createInvitationAction')
if (!invite) throw new Error('The matrix has no row for creating invitations.')

const comparisons: Comparison[] = [
  {
    row: publicRow('signInAction'),
    secret: 'has an account',
    input: (email) => ({ email, password }),
    emails: [UNKNOWN, KNOWN, newcomer.email],
    outcome: 'INVALID_CREDENTIALS',
    mailed: [],
  },
  {
    row: publicRow('signUpAction'),
    secret: 'has an account',
    input: (email) => ({ name: 'Somebody', email, password, captcha: solutionFor('auth.signUp') }),
    emails: [UNKNOWN, KNOWN, newcomer.email],
    outcome: 'redirect',
    mailed: [UNKNOWN, KNOWN, newcomer.email],
  },
  {
    row: publicRow('requestPasswordResetAction'),
    secret: 'has an account',
    input: (email) => ({ email, captcha: solutionFor('auth.requestPasswordReset') }),
    emails: [UNKNOWN, KNOWN, newcomer.email],
    outcome: 'data',
    mailed: [KNOWN, newcomer.email],
  },
  {
    row: publicRow('requestMagicLinkAction'),
    secret: 'has an account',
    input: (email) => ({ email, captcha: solutionFor('auth.requestMagicLink') }),
    emails: [UNKNOWN, KNOWN, newcomer.email],
    outcome: 'data',
    // The newcomer's email is not verified.
    mailed: [KNOWN],
  },
  {
    row: invite,
    secret: 'has an account',
    input: (email) => ({ organization: 'acme', email, role: 'viewer' }),
    // Someone who can invite knows the members, but not who else has an account.
    emails: [UNKNOWN, 'owner@globex.test', newcomer.email],
    outcome: 'data',
    mailed: [UNKNOWN, 'owner@globex.test', newcomer.email],
    as: 'admin@acme.test',
  },
  {
    row: publicRow('signUpAction'),
    secret: 'blocks our mail',
    input: (email) => ({ name: 'Somebody', email, password, captcha: solutionFor('auth.signUp') }),
    emails: [UNKNOWN, moved],
    outcome: 'redirect',
    mailed: [UNKNOWN],
  },
  {
    row: invite,
    secret: 'blocks our mail',
    input: (email) => ({ organization: 'acme', email, role: 'viewer' }),
    emails: [UNKNOWN, moved],
    outcome: 'data',
    mailed: [UNKNOWN],
    as: 'admin@acme.test',
  },
]

const callerOf = (arena: Arena, { as }: Comparison) => (as ? signedIn(arena, as) : anonymous)

for (const comparison of comparisons) {
  const { row, secret, input, emails, outcome, mailed } = comparison
  test.describe(row.exportName, () => {
    test(`public: the response does not reveal whether an email ${secret}`, async ({ arena }, testInfo) => {
      // Development pages differ on every request.
      for (const encoding of arena.development ? (['form'] as const) : (['form', 'boundForm'] as const)) {
        const replies = []
        for (const email of emails) {
          await arena.database.resetCounters()
          await blockEverything(arena)
          const reply = await send(callsTo(arena, row, callerOf(arena, comparison))[encoding](input(email)))
          // Without JavaScript the response is a page that contains the form's messages.
          if (encoding === 'form') expect(answerOf(reply), email).toBe(outcome)
          else expect(reply.body).not.toContain('Too many attempts')
          replies.push({ email, text: comparable(reply, email) })
          await settle(arena, mailed.includes(email))
        }
        const [first, ...others] = replies
        for (const other of others)
          expect(other.text, `${encoding}: ${other.email} and ${first?.email}`).toBe(first?.text)
      }
      report(testInfo, {
        endpoint: row.exportName,
        group: 'public',
        results: [{ name: testInfo.title, breaches: [] }],
      })
    })

    test(`public: the response time does not reveal whether an email ${secret}`, async ({
      arena,
    }, testInfo) => {
      const measured: string[] = []
      let even = false
      while (!even && measured.length < ATTEMPTS) {
        const { unknown, known } = await measure(arena, comparison)
        measured.push(`${unknown.toFixed(0)} ms for the first email, ${known.toFixed(0)} ms for the second`)
        even = Math.max(unknown, known) < MOST * Math.min(unknown, known)
      }
      expect(even, measured.join('; ')).toBe(true)
      report(testInfo, {
        endpoint: row.exportName,
        group: 'public',
        results: [{ name: testInfo.title, breaches: [] }],
      })
    })
  })
}

/** The baseline's blocked mailbox refuses one sender; now it refuses everyone. */
const blockEverything = ({ database }: Arena) => database.sql`UPDATE mail_block SET sender_id = NULL`

/** Repeats until the test times out. */
const PATIENCE = { timeout: 0, intervals: [20] }

const ROUNDS = 4

/** Hashing or mailing for only one of them would take several times as long. */
const MOST = 2

/** One measurement is noisy on a busy machine. */
const ATTEMPTS = 4

/** Milliseconds of the fastest of several calls, which has the least noise. */
async function measure(arena: Arena, comparison: Comparison) {
  const { row, input, emails, outcome, mailed } = comparison
  const [unknown = '', known = ''] = emails
  const fastest = { unknown: Infinity, known: Infinity }
  // Alternating, so load affects both alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [kind, email] of [
      ['unknown', unknown],
      ['known', known],
    ] as const) {
      const request = callsTo(arena, row, callerOf(arena, comparison)).form(input(email))
      await arena.database.resetCounters()
      await blockEverything(arena)
      const began = performance.now()
      const reply = await send(request)
      fastest[kind] = Math.min(fastest[kind], performance.now() - began)
      expect(answerOf(reply), email).toBe(outcome)
      await settle(arena, mailed.includes(email))
    }
  }
  return fastest
}

function answerOf(reply: RawResponse): string {
  const answer = outcomeOf(reply)
  return answer.kind === 'error' ? answer.code : answer.kind
}

/** Mail leaves after the response. Wait, so it doesn't reach the next attack. */
async function settle(arena: Arena, mailIsDue: boolean): Promise<void> {
  if (mailIsDue) {
    await expect
      .poll(async () => (await snapshotMailbox(mailDirectory())) !== arena.record.baseline[MAIL], PATIENCE)
      .toBe(true)
  }
  await arena.restore(await arena.snapshot())
}
