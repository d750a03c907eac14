import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error'
import { expect, test } from 'vitest'

import { callAction } from './call-action'

const ask = async () => false
const refused = { code: 'FORBIDDEN', message: "You don't have access.", requestId: 'r1' }

test('returns the data of the action', async () => {
  expect(await callAction(async () => ({ data: { changed: 3 } }), ask)).toEqual({ data: { changed: 3 } })
})

test('adds the request ID only to an unexpected error', async () => {
  expect(await callAction(async () => ({ serverError: refused }), ask)).toEqual({ refusal: refused.message })
  const unexpected = { ...refused, code: 'INTERNAL', message: 'Something went wrong.' }
  expect(await callAction(async () => ({ serverError: unexpected }), ask)).toEqual({
    refusal: 'Something went wrong. Request ID: r1',
  })
})

test('returns the first validation error', async () => {
  const validationErrors = { formErrors: [], fieldErrors: { status: undefined, dueDate: ['Choose a date.'] } }
  expect(await callAction(async () => ({ validationErrors }), ask)).toEqual({ refusal: 'Choose a date.' })
})

test('an empty or lost response is an error', async () => {
  expect(await callAction(async () => ({}), ask)).toHaveProperty('refusal')
  expect(await callAction(async () => Promise.reject(new TypeError('Failed to fetch')), ask)).toEqual({
    refusal: expect.stringContaining("Couldn't reach the server"),
  })
})

test('says when someone else changed the same value', async () => {
  const conflict = { ...refused, code: 'EDIT_CONFLICT', message: 'Someone else changed this.' }
  expect(await callAction(async () => ({ serverError: conflict }), ask)).toEqual({
    refusal: 'Someone else changed this.',
    isConflict: true,
  })
})

test('an action from an earlier deployment asks for a reload', async () => {
  const call = () => Promise.reject(new UnrecognizedActionError('not found'))
  expect(await callAction(call, ask)).toEqual({ refusal: 'Gatehouse was updated. Reload to continue.' })
})
