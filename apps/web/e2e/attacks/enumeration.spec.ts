import { expect } from '@playwright/test'

import { outcomeOf } from '../fixtures/outcome'
import { send, type RawResponse } from '../fixtures/raw-http'
import { solutionFor } from '../fixtures/solutions'
import { newcomer, type Arena } from './arena'
import { nobody } from './caller'
import { callsTo } from './calls'
import { publicRow } from './public-calls'
import { report } from './report'
import { test } from './test'
import type { Input, NamedRow } from './matrix/row'

const KNOWN = 'viewer@acme.test'
const UNKNOWN = 'stranger@attack.test'
const password = 'not-the-pass-word'

interface Comparison {
  row: NamedRow
  input: (email: string) => Input
  /** The answer is the same for each of them. */
  emails: readonly string[]
  /** The answer of the action itself: were a limit to answer in its place, all would be alike and nothing be shown. */
  outcome: string
}

const comparisons: Comparison[] = [
  {
    row: publicRow('signInAction'),
    input: (email) => ({ email, password }),
    emails: [UNKNOWN, KNOWN, newcomer.email],
    outcome: 'INVALID_CREDENTIALS',
  },
  {
    row: publicRow('signUpAction'),
    input: (email) => ({ name: 'Somebody', email, password, captcha: solutionFor('auth.signUp') }),
    emails: [UNKNOWN, KNOWN, newcomer.email],
    outcome: 'data',
  },
  {
    row: publicRow('requestPasswordResetAction'),
    input: (email) => ({ email, captcha: solutionFor('auth.requestPasswordReset') }),
    emails: [UNKNOWN, KNOWN, newcomer.email],
    outcome: 'data',
  },
]

for (const { row, input, emails, outcome } of comparisons) {
  test.describe(row.exportName, () => {
    test('public: the reply does not tell whether an address is known', async ({ arena }, testInfo) => {
      // A page of the development server differs at every request.
      for (const encoding of arena.development ? (['form'] as const) : (['form', 'boundForm'] as const)) {
        const replies = []
        for (const email of emails) {
          await arena.database.resetCounters()
          const reply = await send(callsTo(arena, row, nobody)[encoding](input(email)))
          // Without JavaScript the answer is a page, which the form's words are in.
          if (encoding === 'form') expect(answerOf(reply), email).toBe(outcome)
          else expect(reply.body).not.toContain('Too many attempts')
          replies.push({ email, text: comparable(reply, email) })
          await settle(arena)
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
        const { unknown, known } = await measure(arena, { row, input, outcome })
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

const ROUNDS = 4

/** A hash or a mail that is done for one of them only makes several times as much, each time. */
const MOST = 2

/** On a busy machine one measurement says little. */
const ATTEMPTS = 4

/** Milliseconds of the fastest of several calls, which noise disturbs least. */
async function measure(arena: Arena, { row, input, outcome }: Omit<Comparison, 'emails'>) {
  const fastest = { unknown: Infinity, known: Infinity }
  // In turn, so that a busy machine is as busy for each.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [kind, email] of [
      ['unknown', UNKNOWN],
      ['known', KNOWN],
    ] as const) {
      const request = callsTo(arena, row, nobody).form(input(email))
      await arena.database.resetCounters()
      const began = performance.now()
      const reply = await send(request)
      fastest[kind] = Math.min(fastest[kind], performance.now() - began)
      expect(answerOf(reply), email).toBe(outcome)
      if (row.exportName !== 'signInAction') await settle(arena)
    }
  }
  return fastest
}

function answerOf(reply: RawResponse): string {
  const answer = outcomeOf(reply)
  return answer.kind === 'error' ? answer.code : answer.kind
}

/** Everything of a reply but what differs between any two: the address, ids, the nonce, the date. */
function comparable({ status, headers, body }: RawResponse, email: string): string {
  const { date: _date, ...rest } = headers
  const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? 'no nonce'
  const local = email.slice(0, email.indexOf('@'))
  return JSON.stringify({ status, headers: rest, body })
    .replaceAll(nonce, 'NONCE')
    .replaceAll(email, 'ADDRESS')
    .replaceAll(encodeURIComponent(email), 'ADDRESS')
    .replaceAll(local, 'LOCAL')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/wait\.[\w-]{22}\.\d{13}\.[\w-]{43}/g, 'WAITING')
    .replaceAll(/"content-length":"\d+"/g, '')
}

/** Mail goes out after the reply; none may be left over for the next attack. */
async function settle(arena: Arena): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 150))
  await arena.restore(await arena.snapshot())
}
