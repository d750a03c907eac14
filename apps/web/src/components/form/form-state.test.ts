import { expect, it } from 'vitest'

import { atField } from './form-state'

const refused = {
  serverError: { code: 'CONFLICT', message: 'Taken.', requestId: 'r', values: { slug: 'acme' } },
}

it('moves an error to the field of its code', () => {
  expect(atField(refused, { CONFLICT: 'slug' })).toEqual({
    validationErrors: { formErrors: [], fieldErrors: { slug: ['Taken.'] }, values: { slug: 'acme' } },
  })
})

it('leaves other states unchanged', () => {
  expect(atField(refused, { FORBIDDEN: 'slug' })).toBe(refused)
  expect(atField(refused)).toBe(refused)
  const done = { data: { id: '1' } }
  expect(atField(done, { CONFLICT: 'slug' })).toBe(done)
})
