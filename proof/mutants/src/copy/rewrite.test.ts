import { parseModule } from 'action-audit/syntax/parse'
import { walk } from 'action-audit/syntax/node'
import type { SourceModule } from 'action-audit/syntax/source-module'
import type { Node } from 'oxc-parser'
import { afterEach, expect, test, vi } from 'vitest'
import { idOf, type Protection } from '../protections/protection'
import { rewritten, SWITCH } from './rewrite'

afterEach(() => vi.unstubAllEnvs())

const read = (text: string) => parseModule('/app/source.js', text)

function nodeOf(module: SourceModule, text: string): Node {
  let found: Node | undefined
  walk(module.program, (node) => {
    if (!found && node.type !== 'ExpressionStatement' && module.textOf(node) === text) found = node
  })
  if (!found) throw new Error(`There is no ${text}.`)
  return found
}

const protection = (
  source: SourceModule,
  text: string,
  without: string,
  importLine?: string,
): Protection => ({
  kind: 'guard',
  module: source,
  node: nodeOf(source, text),
  without,
  label: text,
  ...(importLine !== undefined && { importLine }),
})

function run(source: SourceModule, protections: Protection[], out?: Protection): unknown {
  vi.stubEnv(SWITCH, out && idOf(out, '/app'))
  return new Function(`return ${rewritten(source, protections, '/app')}`)()
}

test('switches each protection separately, and changes nothing without a switch', () => {
  const source = read('f(1 + 2, 3)\nfunction f(a, b) { return [a, b] }')
  const [sum, last] = [protection(source, '1 + 2', "'no sum'"), protection(source, '3', "'no last'")]
  expect(run(source, [sum, last])).toEqual([3, 3])
  expect(run(source, [sum, last], sum)).toEqual(['no sum', 3])
  expect(run(source, [sum, last], last)).toEqual([3, 'no last'])
})

test('a protection can be inside another', () => {
  const source = read('[1, f(2)]\nfunction f(a) { return a }')
  const protections = [
    protection(source, '[1, f(2)]', "'no list'"),
    protection(source, 'f(2)', "'no call'"),
    protection(source, '2', '20'),
  ]
  const [list, call, argument] = protections
  expect(run(source, protections)).toEqual([1, 2])
  expect(run(source, protections, list)).toBe('no list')
  expect(run(source, protections, call)).toEqual([1, 'no call'])
  expect(run(source, protections, argument)).toEqual([1, 20])
})

test('refuses two protections with the same start, which would have the same ID', () => {
  const source = read('[1 + 2]')
  const protections = [protection(source, '1 + 2', '0'), protection(source, '1', '0')]
  expect(() => rewritten(source, protections, '/app')).toThrow('source.js:1:2')
})

test('adds each import once, after the directives', () => {
  const source = read("'use server'\nconst a = 1\nconst b = 2\n")
  const line = "import { z as anything } from 'zod'"
  const text = rewritten(
    source,
    [protection(source, '1', '0', line), protection(source, '2', '0', line)],
    '/app',
  )
  expect(text.split('\n').slice(0, 2)).toEqual(["'use server'", line])
  expect(text.split(line)).toHaveLength(2)
})
