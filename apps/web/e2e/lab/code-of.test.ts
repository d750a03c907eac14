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

describe('codeOf', () => {
  it('returns the named declarations with their comments', () => {
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

  it('throws when a name is missing', () => {
    expect(() => codeOf('actions.ts', text, ['act', 'gone'])).toThrow('actions.ts no longer declares gone.')
  })
})
