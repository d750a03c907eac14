import { describe, expect, it } from 'vitest'
import { generatedApp } from './testing/generated-app'
import { inventoryOf, type Files } from './testing/app-folder'

const server = (body: string) => `'use server'\n${body}\n`
const deep = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`

/** Unusual but real files. */
const odd: Files = {
  'src/binary.js': new Uint8Array([...new TextEncoder().encode("'use server'\n"), 0, 255, 254, 1, 2, 3]),
  'src/empty.ts': '',
  'src/comment.ts': '// nothing else',
  'src/mark.ts': `\uFEFF${server('export async function marked() {}')}`,
  'src/shebang.mjs': '#!/usr/bin/env node\nconsole.log(1)\n',
  'src/half.tsx': server('export default () => <div'),
  'src/unconcerned.ts': 'export const <%= name %> = 1\n',
  'src/conflict.ts':
    "'use server'\n<<<<<<< HEAD\nexport const a = 1\n=======\nexport const a = 2\n>>>>>>> other\n",
  'src/flow.js': "'use server'\n// @flow\ntype A = {| a: string |}\nexport const a: A = {}\n",
  'src/decorated.ts': '@dec class A { @dec run() {} }\nexport default A\n',
  'src/deep.ts': `export const deep = ${deep(400)}\n`,
  'src/endless.ts': `export const text = ${Array(30_000).fill('a').join(' + ')}\n`,
  'src/nested.ts': `export const nested = ${deep(8000)}\n`,
  'src/selves.ts': server(
    [
      "import { redirect } from 'next/navigation'",
      "import { z } from 'zod'",
      "import { enhanceAction, publicActionClient } from '@kit/action-middleware'",
      'const number = number + 1',
      'const text = text || number',
      'const object = { ...object }',
      'const list = list.map((each) => list.join(each))',
      'const schema = z.strictObject({ ...schema.shape, ...object, a: z.string().max(number), b: z.string().max(list) })',
      'const chain = chain.use(text).metadata({ name: text })',
      'const headers = new Headers(headers)',
      'const [first] = first',
      'const { deep } = deep',
      'export const a = chain.inputSchema(schema).action(async ({ parsedInput }) => { redirect(text); return deep })',
      'export const b = enhanceAction(async (data) => first, { ...object, schema })',
      'export const c = publicActionClient.inputSchema(schema).action(async () => { auth.api.run({ headers }); db.query(text); db.unsafe(list); return object })',
      'export { a as d } from "./selves"',
    ].join('\n'),
  ),
  'src/circle-a.ts': server("export { b as a } from './circle-b'"),
  'src/circle-b.ts': server("export { a as b } from './circle-a'"),
  'src/stars-a.ts': server("export * from './stars-b'"),
  'src/stars-b.ts': server("export * from './stars-a'"),
  'src/itself.ts': server('const a = a.b\nexport const c = a\nexport const d = () => d'),
  'src/unicode.ts': server('export const löschen = async (ключ: string) => ключ'),
  'src/quoted.ts': server("async function run() {}\nexport { run as 'any text' }"),
  'src/missing.ts': server("export { gone } from './gone'\nimport { lost } from 'lost'\nexport default lost"),
  'src/common.cjs': server('module.exports = { run: async () => 1 }'),
  'src/schema-circle.ts': server(
    "import { z } from 'zod'\nconst a = z.lazy(() => b)\nconst b = z.union([a, z.array(b)])\nexport async function run(x: unknown) { return a.parse(x) }",
  ),
}

describe('files of every kind', () => {
  const { unreadable, endpoints } = inventoryOf(odd)

  it('are parsed or reported as unreadable', () => {
    expect(unreadable.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['src/binary.js', 'src/half.tsx', 'src/conflict.ts', 'src/flow.js']),
    )
  })

  it('are not reported if they have no endpoints', () => {
    expect(unreadable.map(({ file }) => file)).not.toContain('src/unconcerned.ts')
  })

  it('are analyzed despite circular values', () => {
    expect(unreadable.map(({ file }) => file)).not.toContain('src/selves.ts')
    expect(endpoints.filter(({ file }) => file === 'src/selves.ts')).toHaveLength(4)
  })

  it('have their endpoints listed', () => {
    const names = endpoints.map(({ file, exportName }) => `${file}#${exportName}`)
    expect(names).toEqual(
      expect.arrayContaining([
        'src/mark.ts#marked',
        'src/circle-a.ts#a',
        'src/itself.ts#c',
        'src/unicode.ts#löschen',
        'src/quoted.ts#any text',
        'src/missing.ts#gone',
        'src/missing.ts#default',
        'src/common.cjs#default',
        'src/schema-circle.ts#run',
      ]),
    )
  })
})

describe('an app of 3,000 files', () => {
  it('is fully audited', { timeout: 120_000 }, () => {
    const { files, endpoints, unreadable } = inventoryOf(generatedApp(3000))
    expect({ files, unreadable }).toEqual({ files: 3001, unreadable: [] })
    expect(endpoints).toHaveLength(300 * 4)
  })
})
