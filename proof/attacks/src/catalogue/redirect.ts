import type { Attack, Catalogue } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo, withValue } from '../engine/calls'

/** Targets outside the app, or ones that parsers disagree about. */
const elsewhere = [
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/%09/evil.example',
  '/%5cevil.example',
  '/%2f/evil.example',
  '//evil.example/%2e%2e',
  '/..//evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/a/../..//evil.example',
  '/%2e%2e//evil.example',
  'http:evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '//localhost@evil.example',
  '/@evil.example',
  '//evil.example\\@localhost',
  'evil.example',
  '?next=//evil.example',
  '#//evil.example',
  '/account\0',
  '//%00evil.example',
  '／／evil.example',
  '/\u2028/evil.example',
  '//evil。example',
  '//[::1]',
  '/;@evil.example',
  '//',
  '/\\',
  '/\\\\',
  '/organizations\r\nSet-Cookie: a=b',
  '/organizations;push',
  '//evil.example;replace',
]

/** A link into the app must not redirect anyone out of it. */
export const redirect: Catalogue = (row) => {
  const targets = row.fields.filter(({ target }) => target)
  if (targets.length === 0) return []
  const attack = (name: string, how: 'likeTheApp' | 'boundForm', places: readonly string[]): Attack => ({
    group: 'redirect',
    name,
    spread: 'shots',
    shots: (arena) => {
      const caller = allowedCaller(arena, row)
      return targets.flatMap(({ path }) =>
        places.map((place) => {
          const input = withValue(row.input(arena), path, place)
          const request = callsTo(arena, row, caller)[how](input)
          // The call succeeds, and its redirect must stay inside the app.
          return { label: JSON.stringify(place), caller, input, request, must: 'succeed', refusal: {} }
        }),
      )
    },
  })
  return [
    attack('a redirect out of the app', 'likeTheApp', elsewhere),
    attack('a redirect out of the app, without JavaScript', 'boundForm', elsewhere.slice(0, 12)),
  ]
}
