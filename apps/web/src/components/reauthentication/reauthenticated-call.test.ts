import { expect, test } from 'vitest'

import type { FormState } from '@/components/form/form-state'

import { reauthenticatedCall } from './reauthenticated-call'

const refused = (code: string): FormState => ({
  serverError: { code, message: "Confirm it's you to continue.", requestId: 'r1' },
})
const stale = refused('FRESH_SESSION_REQUIRED')
const done: FormState = { data: 'done' }

/** Makes a call that gets these answers in turn, for a user who enters the password or cancels. */
async function run(answers: FormState[], proves: boolean) {
  let calls = 0
  let questions = 0
  const answer = await reauthenticatedCall(
    async () => answers[calls++] ?? {},
    async () => {
      questions += 1
      return proves
    },
  )
  return { answer, calls, questions }
}

test('calls once if no password is needed', async () => {
  expect(await run([done], true)).toEqual({ answer: done, calls: 1, questions: 0 })
})

test('does not ask after another error', async () => {
  const forbidden = refused('FORBIDDEN')
  expect(await run([forbidden, done], true)).toEqual({ answer: forbidden, calls: 1, questions: 0 })
})

test('calls again after the password', async () => {
  expect(await run([stale, done], true)).toEqual({ answer: done, calls: 2, questions: 1 })
})

test('returns the error if the user cancels', async () => {
  expect(await run([stale, done], false)).toEqual({ answer: stale, calls: 1, questions: 1 })
})

test('asks only once', async () => {
  expect(await run([stale, stale, done], true)).toEqual({ answer: stale, calls: 2, questions: 1 })
})
