import { describe, expect, test } from 'vitest'
import { useTestDatabase } from '../testing/use-test-database'
import { isStorable, isVisibleLine, normalizeLine, reorders } from './user-text'

const db = useTestDatabase()

const accepts = (name: string) => {
  const line = normalizeLine(name)
  return isStorable(line) && !reorders(line) && isVisibleLine(line)
}

const names = [
  'Acme',
  '3',
  '=',
  'Société\u00a0: facture',
  'e\u0301',
  '\u05d0\u05d1.exe',
  // Persian and Sinhala need joiners; so do family emoji. Flags of regions consist of tags.
  '\u0646\u0627\u0645\u0647\u200c\u0627\u06cc',
  '\u0dc1\u0dca\u200d\u0dbb\u0dd3',
  '👩‍👩‍👧',
  '❤️‍🔥',
  '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
]

const blank = [
  '\u200b',
  '\u00ad',
  '\u200c',
  '\u200d\ufe0f',
  '\u2800',
  '\u3164',
  '\u115f',
  '\u2060',
  '\u{e0041}',
]
const breaking = ['a\nb', 'a\tb', 'a\u2028b', 'a\u0085b']
const reordering = ['\u202egpj.exe', 'a\u2066b', 'a\u202cb']
const hiding = ['Gate\u200bkeeper', 'Gate\u200dkeeper', 'a\ufeffb', 'a\u200eb', 'a\u{e0062}', 'a\ue000']

describe('a name', () => {
  test.each(names)('%j is accepted', (name) => {
    expect(accepts(name)).toBe(true)
  })

  test.each([...blank, ...breaking, ...reordering, ...hiding, 'a\0', 'a\ud800', '\u0301'])(
    '%j is refused',
    (name) => {
      expect(accepts(name)).toBe(false)
    },
  )

  test('is composed, so names that look the same compare equal', () => {
    expect(normalizeLine(' Cafe\u0301\u00a0bar ')).toBe('Caf\u00e9 bar')
  })
})

const rename = (name: string) => db.owner`UPDATE organization SET name = ${name} WHERE slug = 'acme'`

describe('the database', () => {
  test.each(names)('stores %j', async (name) => {
    expect(await rename(normalizeLine(name))).toMatchObject({ count: 1 })
  })

  test.each([...blank, ...breaking, ...reordering, 'e\u0301'])('refuses %j', async (name) => {
    await expect(rename(name)).rejects.toThrow('organization_name_line')
  })

  test.each(['user', 'organization_role'])('checks the name of a row of "%s"', async (table) => {
    const change = db.owner`UPDATE ${db.owner(table)} SET name = ${'\u202egpj.exe'}`
    await expect(change).rejects.toThrow(`${table}_name_line`)
  })
})
