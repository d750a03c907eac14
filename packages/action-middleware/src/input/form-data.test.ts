import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { formData } from './form-data'
import { SUBMISSION_FIELD } from './submission-field'
import { USER_FIELD } from './user-field'

const schema = formData(
  z.strictObject({ title: z.string().max(10), ids: z.array(z.string()).max(2).optional() }),
)

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('formData', () => {
  it('reads fields, and fields with brackets as lists', () => {
    expect(schema.parse(form(['title', 'a'], ['ids[]', '1'], ['ids[]', '2']))).toEqual({
      title: 'a',
      ids: ['1', '2'],
    })
  })

  it("leaves React's own fields out, and the gate's", () => {
    const fields = form(
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', '{}'],
      [USER_FIELD, 'u1'],
      [SUBMISSION_FIELD, '1'],
      ['title', 'a'],
    )
    expect(schema.parse(fields)).toEqual({ title: 'a' })
  })

  it('leaves a plain object alone', () => {
    expect(schema.parse({ title: 'a' })).toEqual({ title: 'a' })
  })

  it.each([
    ['a field sent twice', form(['title', 'a'], ['title', 'b'])],
    ['a field sent as text and as a list', form(['title', 'a'], ['title[]', 'b'])],
    ['a field sent as a list and as text', form(['title[]', 'b'], ['title', 'a'])],
    ['a file', form(['title', new Blob(['a'])])],
    ['an unknown field', form(['title', 'a'], ['role', 'owner'])],
    ['a field named like the prototype', form(['title', 'a'], ['__proto__', 'x'])],
    ['a Map', new Map([['title', 'a']])],
    ['a promise', Promise.resolve({ title: 'a' })],
    ['nothing', undefined],
  ])('refuses %s', (_, input) => {
    expect(schema.safeParse(input).success).toBe(false)
  })
})
