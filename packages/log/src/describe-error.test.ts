import { describe, expect, it } from 'vitest'

import { describeError } from './describe-error'

describe('describeError', () => {
  it('keeps the statement of a failed query and drops its values', () => {
    const cause = Object.assign(new Error('duplicate key value violates unique constraint'), {
      code: '23505',
      constraint_name: 'user_email_unique',
      detail: 'Key (email)=(secret@acme.test) already exists.',
    })
    const error = Object.assign(new Error('Failed query: insert … params: secret@acme.test', { cause }), {
      query: 'insert into "user" values ($1)',
      params: ['secret@acme.test'],
    })
    const text = JSON.stringify(describeError(error))
    expect(text).toContain('23505')
    expect(text).toContain('user_email_unique')
    expect(text).not.toContain('secret@acme.test')
  })

  it('stops following causes at some depth', () => {
    const error = new Error('loop')
    error.cause = error
    expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000)
  })

  it('returns only the type of a value that is not an error', () => {
    expect(describeError({ password: 'x' })).toEqual({ name: 'object' })
  })
})
