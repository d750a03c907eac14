import { describe, expect, it } from 'vitest'

import { codeOf } from './code-of'

const text = `'use server'

import { rule } from './rule'

// Of no interest here.
const aside = 1

/** Why it is so. */
const own = rule(aside)

export async function act() {
  return own
}
`

describe('code as it stands in a file', () => {
  it('is what is declared under the names, with the comments in front of it', () => {
    expect(codeOf('actions.ts', text, ['act', 'own'])).toEqual({
      file: 'actions.ts',
      line: 8,
      code: `'use server'

/** Why it is so. */
const own = rule(aside)

export async function act() {
  return own
}`,
    })
  })

  it('is none where a name is gone', () => {
    expect(() => codeOf('actions.ts', text, ['act', 'gone'])).toThrow(
      'actions.ts does not declare gone any more.',
    )
  })
})
