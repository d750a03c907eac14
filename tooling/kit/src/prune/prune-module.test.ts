import { expect, it } from 'vitest'
import { pruneModule } from './prune-module'

const prune = (source: string) => {
  const pruned = pruneModule('a.tsx', source, {
    isGone: (specifier, name) => specifier === './gone' || (specifier === './half' && name === 'lost'),
    isTerm: (text) => text.startsWith('/gone') || text === 'GONE',
    names: new Set(['goneHere']),
  })
  return pruned.source.replaceAll(/\s+/g, ' ').trim()
}

it.each([
  ['an element', "import { a } from './gone'; use([a, b, ...a])", 'use([ b, ])'],
  ['the only element', "import { a } from './gone'; use([a,])", 'use([])'],
  ['a property', "import a from './gone'; use({ x: a.b, y })", 'use({ y })'],
  ['a row', "import { a } from './gone'; use([[a, 1], [b, 2]])", 'use([ [b, 2]])'],
  ['a child', "import { A } from './gone'; const x = <p>a<A />{A ? 'b' : null}</p>", 'const x = <p>a</p>'],
  ['an attribute', "import { a } from './gone'; const x = <p title={a}>a</p>", 'const x = <p >a</p>'],
  ['a member of a union', "import type { A } from './gone'; type B = 'b' | A", "type B = 'b'"],
  [
    'a field of a type',
    "import type { A } from './gone'; interface B { a: A; b: string }",
    'interface B { b: string }',
  ],
  ['a statement', "import { a } from './gone'; a(); b()", 'b()'],
  ['a condition', "import { a } from './gone'; if (a) b(); c()", 'c()'],
  ['a statement that it decides', "import { a } from './gone'; if (b) a(); c()", 'c()'],
  [
    'one import of two',
    "import { lost, kept } from './half'; lost(); kept()",
    "import { kept } from './half'; kept()",
  ],
  ['a value built from it', "import { a } from './gone'; const b = a(1); b(); c()", 'c()'],
  [
    'an import that only it used',
    "import { a } from './gone'; import x from 'x'; const y = x; a(y); c()",
    'c()',
  ],
  ['a path in a list', "use(['/gone', '/gone/a', '/kept'])", "use([ '/kept'])"],
  ['an object about it', "use([{ file: '/gone/a', why: 1 }, { file: 'b' }])", "use([ { file: 'b' }])"],
  ['a setting', "use({ GONE: 'on', KEPT: 1 })", 'use({ KEPT: 1 })'],
  ['a declaration by its name', 'export const goneHere = 1; export const kept = 2', 'export const kept = 2'],
  ['the comment above', 'use([\n// about it\n"/gone",\n// about b\nb])', 'use([ // about b b])'],
])('removes %s', (_, source, expected) => {
  expect(prune(source)).toBe(expected)
})

it.each([
  ['a member with that name', "import { a } from './gone'; a(); use(b.a, { a: 1 })", 'use(b.a, { a: 1 })'],
  [
    'a variable elsewhere',
    "import { a } from './gone'; function f() { const b = a } use(b)",
    'function f() { } use(b)',
  ],
  [
    'an import that was already unused',
    "import { a } from './gone'; import x from 'x'; a()",
    "import x from 'x';",
  ],
])('leaves %s', (_, source, expected) => {
  expect(prune(source)).toBe(expected)
})

it('returns the removed exports', () => {
  const { exports } = pruneModule('a.ts', "import { a } from './gone'\nexport const b = a", {
    isGone: () => true,
    isTerm: () => false,
    names: new Set(),
  })
  expect(exports).toEqual(['b'])
})

it('refuses what cannot be removed by itself', () => {
  expect(() => prune("import { a } from './gone'\nfunction f() {\n  return a\n}")).toThrow(/^a.tsx:3 cannot/)
})
