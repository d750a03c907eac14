import { expect } from '@playwright/test'

import { comparable } from '@kit/attacks/http/comparable'
import { mailDirectory } from '@kit/attacks/app/environment'
import { snapshotMailbox } from '@kit/attacks/state/mailbox'
import { outcomeOf } from '@kit/attacks/http/outcome'
import { send, type RawResponse } from '@kit/attacks/http/raw-http'
import { solutionFor } from '@kit/attacks/state/solutions'
import type { Person } from '@kit/attacks/app/people'
import { MAIL, newcomer, type Arena } from '@kit/attacks/engine/arena'
import { nobody, signedIn } from '@kit/attacks/engine/caller'
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
  input: (email: string) => Input
  /** The answer is the same for each of them; the first is unknown, the second is known. */
  emails: readonly string[]
  /** The answer of the action itself: were a limit to answer in its place, all would be alike and nothing be shown. */
  outcome: string
  /** Whom a call about them mails something. */
  mailed: readonly string[]
  /** Who asks; nobody when it is left out. */
  as?: Person
}

const invite = invitationRows.find(({ exportName }) => exportName === 'createInvitationAction')
if (!invite) throw new Error('The matrix has no row that invites.')

const comparisons: Comparison[] = [
  {
    row: publicRow('signInAction'),
    input: (email) => ({ email, password }),
    emails: [UNKNOWN, KNOWN, newcomer.email],
    outcome: 'INVALID_CREDENTIALS',
    mailed: [],
  },
  {
    row: publicRow('signUpAction'),
    input: (email) => ({ name: 'Somebody', email, password, captcha: solutionFor('auth.signUp') }),
    emails: [UNKNOWN, KNOWN, newcomer.email],
    outcome: 'data',
    mailed: [UNKNOWN, KNOWN, newcomer.email],
  },
  {
    row: publicRow('requestPasswordResetAction'),
    input: (email) => ({ email, captcha: solutionFor('auth.requestPasswordReset') }),
    emails: [UNKNOWN, KNOWN, newcomer.email],
    outcome: 'data',
    mailed: [KNOWN, newcomer.email],
  },
  {
    row: invite,
    input: (email) => ({ organization: 'acme', email, role: 'viewer' }),
    // Members are known to who may invite; other people's accounts are not.
    emails: [UNKNOWN, 'owner@globex.test', newcomer.email],
    outcome: 'data',
    mailed: [UNKNOWN, 'owner@globex.test', newcomer.email],
    as: 'admin@acme.test',
  },
]

const callerOf = (arena: Arena, { as }: Comparison) => (as ? signedIn(arena, as) : nobody)

for (const comparison of comparisons) {
  const { row, input, emails, outcome, mailed } = comparison
  test.describe(row.exportName, () => {
    test('public: the reply does not tell whether an address is known', async ({ arena }, testInfo) => {
      // A page of the development server differs at every request.
      for (const encoding of arena.development ? (['form'] as const) : (['form', 'boundForm'] as const)) {
        const replies = []
        for (const email of emails) {
          await arena.database.resetCounters()
          const reply = await send(callsTo(arena, row, callerOf(arena, comparison))[encoding](input(email)))
          // Without JavaScript the answer is a page, which the form's words are in.
          if (encoding === 'form') expect(answerOf(reply), email).toBe(outcome)
          else expect(reply.body).not.toContain('Too many attempts')
          replies.push({ email, text: comparable(reply, email) })
          await settle(arena, mailed.includes(email))
        }
        const [first, ...others] = replies
        for (const other of others)
          expect(other.text, `${encoding}: ${other.email} and ${first?.email}`).toBe(first?.text)
      }
      report(testInfo, { endpoint: row.exportName, group: 'public', breaches: [] })
    })

    test('public: the clock does not tell whether an address is known', async ({ arena }, testInfo) => {
      const measured: string[] = []
      let even = false
      while (!even && measured.length < ATTEMPTS) {
        const { unknown, known } = await measure(arena, comparison)
        measured.push(
          `${unknown.toFixed(0)} ms for an unknown address, ${known.toFixed(0)} ms for a known one`,
        )
        even = Math.max(unknown, known) < MOST * Math.min(unknown, known)
      }
      expect(even, measured.join('; ')).toBe(true)
      report(testInfo, { endpoint: row.exportName, group: 'public', breaches: [] })
    })
  })
}

/** Until the test's own limit. */
const PATIENCE = { timeout: 0, intervals: [20] }

const ROUNDS = 4

/** A hash or a mail that is done for one of them only makes several times as much, each time. */
const MOST = 2

/** On a busy machine one measurement says little. */
const ATTEMPTS = 4

/** Milliseconds of the fastest of several calls, which noise disturbs least. */
async function measure(arena: Arena, comparison: Comparison) {
  const { row, input, emails, outcome, mailed } = comparison
  const [unknown = '', known = ''] = emails
  const fastest = { unknown: Infinity, known: Infinity }
  // In turn, so that a busy machine is as busy for each.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [kind, email] of [
      ['unknown', unknown],
      ['known', known],
    ] as const) {
      const request = callsTo(arena, row, callerOf(arena, comparison)).form(input(email))
      await arena.database.resetCounters()
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

/** Mail goes out after the reply; none may be left over for the next attack. */
async function settle(arena: Arena, mailIsDue: boolean): Promise<void> {
  if (mailIsDue) {
    await expect
      .poll(async () => (await snapshotMailbox(mailDirectory())) !== arena.record.baseline[MAIL], PATIENCE)
      .toBe(true)
  }
  await arena.restore(await arena.snapshot())
}
