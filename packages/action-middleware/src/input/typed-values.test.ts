import { describe, expect, it } from 'vitest'

import { typedValues } from './typed-values'

const form = new FormData()
form.set('email', 'a@acme.test')
form.set('password', 'secret')
form.set('name', 'x'.repeat(10_001))

describe('typedValues', () => {
  it('gives back what the metadata names and nothing else', () => {
    expect(typedValues(form, { name: 'auth.signIn', echo: ['email'] })).toEqual({ email: 'a@acme.test' })
  })

  it('gives back what was ticked of a list, as one text, and no file', () => {
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

  it('gives nothing back when nothing is named, for other input, and beyond a bound', () => {
    expect(typedValues(form, { name: 'auth.signIn' })).toBeUndefined()
    expect(typedValues({ email: 'a@acme.test' }, { name: 'auth.signIn', echo: ['email'] })).toBeUndefined()
    expect(typedValues(form, { name: 'auth.signIn', echo: ['name', 'absent'] })).toEqual({})
  })
})
