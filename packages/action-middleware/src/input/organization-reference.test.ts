import { describe, expect, it } from 'vitest'

import { organizationNamedIn } from './organization-reference'

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('organizationNamedIn', () => {
  it('reads the slug of a plain object and of a form', () => {
    expect(organizationNamedIn({ organization: 'acme' })).toBe('acme')
    expect(organizationNamedIn(form(['organization', 'acme-2']))).toBe('acme-2')
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'acme'],
    ['an array', ['acme']],
    ['a Map', new Map([['organization', 'acme']])],
    ['a form with two organizations', form(['organization', 'acme'], ['organization', 'globex'])],
    ['a form with a file', form(['organization', new Blob(['acme'])])],
    ['an inherited field', Object.create({ organization: 'acme' })],
    [
      'a getter',
      {
        get organization() {
          return 'acme'
        },
      },
    ],
    ['an object instead of a string', { organization: { $ne: null } }],
    ['upper case', { organization: 'Acme' }],
    ['a path', { organization: '../acme' }],
    ['a slug of 49 characters', { organization: 'a'.repeat(49) }],
    ['a trailing hyphen', { organization: 'acme-' }],
    ['a NUL byte', { organization: 'acme\0' }],
    ['a line break at the end', { organization: 'acme\n' }],
  ])('finds none in %s', (_, input) => {
    expect(organizationNamedIn(input)).toBeUndefined()
  })
})
