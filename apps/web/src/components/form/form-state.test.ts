import { expect, it } from 'vitest'

import { atField } from './form-state'

const refused = {
  serverError: { code: 'CONFLICT', message: 'Taken.', requestId: 'r', values: { slug: 'acme' } },
}

it('tells a refusal at the field that its code is about', () => {
  expect(atField(refused, { CONFLICT: 'slug' })).toEqual({
    validationErrors: { formErrors: [], fieldErrors: { slug: ['Taken.'] }, values: { slug: 'acme' } },
  })
})

it('leaves every other state as it is', () => {
  expect(atField(refused, { FORBIDDEN: 'slug' })).toBe(refused)
  expect(atField(refused)).toBe(refused)
  const done = { data: { id: '1' } }
  expect(atField(done, { CONFLICT: 'slug' })).toBe(done)
})
