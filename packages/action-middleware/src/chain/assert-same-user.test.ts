import { expect, it } from 'vitest'

import { USER_FIELD } from '../input/user-field'
import { assertSameUser } from './assert-same-user'

function formFor(...ids: string[]): FormData {
  const form = new FormData()
  for (const id of ids) form.append(USER_FIELD, id)
  return form
}

it.each([
  ['a form without the field', formFor()],
  ['a form for the user', formFor('u1')],
  ['no form', { [USER_FIELD]: 'u2' }],
  ['nothing', undefined],
])('accepts %s', (_, input) => {
  expect(() => assertSameUser(input, 'u1')).not.toThrow()
})

it.each([
  ['a form for another user', formFor('u2')],
  ['a form for nobody', formFor('')],
  ['a form for two users', formFor('u1', 'u2')],
])('refuses %s', (_, input) => {
  expect(() => assertSameUser(input, 'u1')).toThrow(expect.objectContaining({ code: 'OTHER_USER' }))
})
