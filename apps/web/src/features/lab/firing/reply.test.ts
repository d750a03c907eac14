import { describe, expect, it } from 'vitest'

import { layerOf } from './layer'
import { answerOf, isBlocked, type RawReply } from './reply'

const action = (result: unknown, more: Partial<RawReply['headers']> = {}): RawReply => ({
  status: 200,
  headers: { 'content-type': 'text/x-component', ...more },
  body: `0:{"a":"$@1","q":""}\n1:${JSON.stringify(result)}\n`,
})

const refused = action({ serverError: { code: 'FORBIDDEN', message: 'No.' } })

describe('a reply', () => {
  it('counts as refused when it is an error', () => {
    expect(answerOf(refused)).toEqual({ kind: 'error', code: 'FORBIDDEN', message: 'No.' })
    expect(isBlocked(refused, answerOf(refused), {})).toBe(true)
    const invalid = action({ validationErrors: { formErrors: [], fieldErrors: { name: ['Too long.'] } } })
    expect(answerOf(invalid)).toEqual({ kind: 'invalid', fields: ['name'] })
    expect(isBlocked(invalid, answerOf(invalid), {})).toBe(true)
  })

  it('does not count as refused if it looks like a success', () => {
    for (const reply of [action({ data: {} }), action({}), action(undefined)])
      expect(isBlocked(reply, answerOf(reply), {})).toBe(false)
    const signedIn = { ...refused, headers: { ...refused.headers, 'set-cookie': 'a=b' } }
    expect(isBlocked(signedIn, answerOf(signedIn), {})).toBe(false)
    const sentOn = action({}, { 'x-action-redirect': '/acme/tasks;push' })
    expect(answerOf(sentOn)).toEqual({ kind: 'redirect', to: '/acme/tasks' })
    expect(isBlocked(sentOn, answerOf(sentOn), {})).toBe(false)
    const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' }
    expect(isBlocked(page, answerOf(page), { pages: [404] })).toBe(false)
  })

  it('names the guard of its code, and none for a success', () => {
    expect(layerOf(answerOf(refused), 'tasks/actions.ts')).toMatchObject({ file: 'tasks/actions.ts' })
    expect(layerOf({ kind: 'invalid', fields: [] }, 'tasks/actions.ts')).toMatchObject({
      file: 'tasks/schema.ts',
    })
    expect(layerOf({ kind: 'data' }, 'actions.ts')).toBeUndefined()
  })
})
