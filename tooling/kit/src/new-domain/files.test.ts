import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import type { NewDomain } from './domain'
import { domainNames } from './domain-names'
import { parseFields } from './fields'
import { filesOf, sharedFilesOf } from './files'

function domain(name: string, ...given: string[]): NewDomain {
  const { plural: many, singular: one } = domainNames(name, { taken: [] })
  return { one, many, ...parseFields(given) }
}

const domains = [
  domain('invoices', 'number:text', 'amount:money', 'dueOn:date', 'status:draft,sent,paid'),
  domain(
    'purchase-orders',
    'quantity:number',
    'isUrgent:boolean',
    'name:text',
    'note:text',
    'state:open,in_progress',
  ),
  domain('people', 'fullName:text'),
]

const formatted = (text: string) => text.replaceAll(/\s+/g, ' ')

describe.each(domains)('$many.kebab', (each) => {
  const { one, many, fields } = each
  const all = new Map([...filesOf(each), ...sharedFilesOf(each)])
  const paths = [...all.keys()]
  const read = (end: string) => formatted([...all].find(([path]) => path.endsWith(end))?.[1] ?? '')
  const pathsWhere = (is: (text: string, path: string) => boolean) =>
    [...all].filter(([path, text]) => is(text, path)).map(([path]) => path)

  it('has every file of a domain', () => {
    const vocabulary = ['actions', 'schema', 'loaders', 'domain', 'attacks', `${many.kebab}.flow`]
    expect(paths).toEqual(
      expect.arrayContaining([
        ...vocabulary.map((name) => `apps/web/src/features/${many.kebab}/${name}.ts`),
        ...['table', 'values', 'demo', many.kebab].map((name) => `packages/db/src/${many.kebab}/${name}.ts`),
        `apps/web/src/app/(signed-in)/[organization]/${many.kebab}/[${one.camel}Id]/page.tsx`,
      ]),
    )
  })

  it('consists of small modules that parse and export something', () => {
    const isTest = (path: string) => /\.(?:test|flow)\.ts$/.test(path)
    expect(pathsWhere((text, path) => parseSync(path, text).errors.length > 0)).toEqual([])
    expect(pathsWhere((text, path) => parseSync(path, text).module.staticExports.length === 0)).toEqual(
      paths.filter(isTest),
    )
    expect(pathsWhere((text) => text.split('\n').length > 300)).toEqual([])
  })

  it('has no duplicate imports and no template leftovers', () => {
    const importsTwice = (text: string) => {
      const modules = text.split('\n').filter((line) => line.startsWith('import {'))
      return new Set(modules).size < modules.length
    }
    expect(pathsWhere(importsTwice)).toEqual([])
    expect(pathsWhere((text) => /\[object|\$\{(?:one|many)\b|\n{3}/.test(text))).toEqual([])
  })

  it('bounds every text in forms and every value in the database', () => {
    const schema = read('/schema.ts')
    const texts = schema.match(/(?:z\.string|storableLine)\(\)/g) ?? []
    expect(texts.length).toBeGreaterThan(0)
    expect(schema.match(/\.max\(/g)).toHaveLength(texts.length)
    const checked = fields.filter(({ type }) => type !== 'boolean').map(({ name }) => name.snake)
    const table = read('/table.ts')
    expect(checked.filter((name) => !table.includes(`check('${one.snake}_${name}_`))).toEqual([])
  })

  it.each(['create', 'update', 'delete'])('can %s with a permission, a schema and attacks', (verb) => {
    const name = `${verb}${one.pascal}Action`
    const action = read('/actions.ts')
      .split('export const ')
      .find((text) => text.startsWith(name))
    expect(action).toContain(`withFeaturePermission({ ${one.camel}: ['${verb}'] })`)
    expect(action).toContain(`formData(${verb}${one.pascal}Schema)`)
    expect(action).toContain(verb === 'create' ? 'withRateLimit(' : `useValidated(withOwn${one.pascal})`)
    expect(read('/attacks.ts')).toContain(`${name}: {`)
  })

  it.each(fields)('stores, sends, shows and attacks $name.camel', ({ name }) => {
    const value = `${one.camel}.${name.camel}`
    expect(read('-fields.tsx')).toContain(`name="${name.camel}"`)
    expect(read('-details.tsx')).toContain(value)
    expect(read('-table.tsx')).toContain(value)
    expect(read('/select.ts')).toContain(`${name.camel}: ${value}`)
    expect(read('/attacks.ts')).toContain(`path: '${name.camel}'`)
    expect(read('/domain.ts')).toContain(`${name.snake}: { show: `)
  })
})
