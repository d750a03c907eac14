import { describe, expect, it } from 'vitest'
import { mentionsServer } from './mentions-server'
import { parseModule } from './parse'

const spellings = [
  String.raw`'use server'`,
  String.raw`"use\x20server"`,
  String.raw`'\u0075se server'`,
  String.raw`'use serve\u{0072}'`,
  String.raw`'use \server'`,
  "'use \\\nserver'",
]

describe('mentionsServer', () => {
  it.each(spellings)('knows %s as the directive', (text) => {
    expect(mentionsServer(text)).toBe(true)
    expect(mentionsServer(`export const save = () => { ${text}; }`)).toBe(true)
    expect(parseModule('/actions.ts', text).isServer).toBe(true)
  })

  it('tells other directives and escapes apart', () => {
    for (const text of ["'use client'", String.raw`'use\tserver'`, String.raw`'abuse\x20server'`, 'server'])
      expect(mentionsServer(text)).toBe(false)
  })
})
