import { describe, expect, it } from 'vitest'

import { typedValues } from './typed-values'

const form = new FormData()
form.set('email', 'a@acme.test')
form.set('password', 'secret')
form.set('name', 'x'.repeat(10_001))

describe('typedValues', () => {
  it('returns only the fields that the metadata lists', () => {
    expect(typedValues(form, { name: 'auth.signIn', echo: ['email'] })).toEqual({ email: 'a@acme.test' })
  })

  it('returns the checked values of a list as one string, without files', () => {
    const ticked = new FormData()
    ticked.append('permissions[]', 'member.read')
    ticked.append('permissions[]', new File(['x'], 'x'))
    ticked.append('permissions[]', 'member.update')
    const metadata = { name: 'roles.create', echo: ['permissions[]', 'absent[]'] }
    expect(typedValues(ticked, metadata)).toEqual({
      'permissions[]': 'member.read,member.update',
      'absent[]': '',
    })
  })

  it('returns nothing when no field is listed, for non-form input, and for values that are too long', () => {
    expect(typedValues(form, { name: 'auth.signIn' })).toBeUndefined()
    expect(typedValues({ email: 'a@acme.test' }, { name: 'auth.signIn', echo: ['email'] })).toBeUndefined()
    expect(typedValues(form, { name: 'auth.signIn', echo: ['name', 'absent'] })).toEqual({})
  })
})
