import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsFor } from './config/load-config'
import { columns } from './guards/facts'
import type { Inventory } from './inventory/inventory'
import { takeInventory } from './inventory/take-inventory'
import { Project } from './project/project'
import { strict, withApp } from './testing/app-folder'

const fixtures = join(import.meta.dirname, '../fixtures/answers')

function read(name: string, isStrict = false): Inventory {
  return withApp({}, (folder) => {
    cpSync(join(fixtures, name), folder, { recursive: true })
    const settings = settingsFor(folder)
    const sources = { project: new Project(), settings: isStrict ? strict(settings) : settings }
    return takeInventory(sources, { build: 'ignore' })
  })
}

/** `wipe: none none none none`, in the order of the columns. */
const verdicts = ({ endpoints }: Inventory) =>
  endpoints.map(
    ({ exportName, line, guards }) =>
      `${exportName || line}: ${columns.map((column) => guards[column].status).join(' ')}`,
  )

const rules = ({ findings }: Inventory) => findings.map(({ rule }) => rule)
const answers = ({ checklist }: Inventory) => checklist.map(({ answer }) => answer)

describe('tricky inputs', () => {
  it('have a test each', () => {
    expect(readdirSync(fixtures).toSorted()).toEqual([
      'bare-permission',
      'checklist-vacuous',
      'double',
      'false-positives',
      'hof',
      'inline',
      'skipped-folders',
      'tsconfig-extends',
      'unparsed',
      'wrapper-trusted',
      'zsa',
    ])
  })

  it('an empty permission check passed without a call counts as none', () => {
    const inventory = read('bare-permission')
    expect(verdicts(inventory)).toEqual(['edit: declared none proven declared'])
    expect(rules(inventory)).toEqual(['unauthorized-endpoint'])
    // The middleware is created at its definition, so the chain isn't at fault.
    expect(read('bare-permission', true).findings.map(({ message }) => message)).toEqual([
      '"edit" has no authorization check: the configuration calls canEdit a permission, but it checks nothing.',
    ])
  })

  it('the checklist never passes an endpoint that could not be analyzed', () => {
    const inventory = read('checklist-vacuous')
    expect(verdicts(inventory)).toEqual(['wipe: none none none none'])
    expect(rules(inventory)).toEqual(expect.arrayContaining(['open-endpoint', 'no-raw-sql']))
    expect(answers(inventory)).not.toContain('yes')
  })

  it('a function with a directive in a directive file is one endpoint', () => {
    expect(verdicts(read('double'))).toEqual(['once: none none none none'])
  })

  it('code that only looks like a mistake has no findings', () => {
    const inventory = read('false-positives')
    expect(verdicts(inventory)).toEqual([
      'clean: declared unknown proven none',
      'go: declared unknown proven none',
    ])
    expect(rules(inventory)).toEqual([])
  })

  it('wrappers are analyzed in any argument order', () => {
    const inventory = read('hof')
    expect(verdicts(inventory)).toEqual([
      'del: declared none none none',
      'login: none none proven none',
      'cached: none none none none',
    ])
  })

  it('inline actions are listed individually', () => {
    expect(verdicts(read('inline'))).toEqual([
      '2: unknown none none none',
      '3: none none none none',
      '5: unknown none none none',
      '11: none none none none',
      'run: none none none none',
    ])
  })

  it('no folder or file name hides an endpoint', () => {
    expect(read('skipped-folders').endpoints.map(({ exportName }) => exportName)).toEqual([
      'in_build',
      'in_coverage',
      'in_dist',
      'in_out',
      'in_public',
      'seen',
      'in_test',
      'in_testing',
      'in_vendor',
      'testMiddle',
      'dotted',
      'specFirst',
    ])
  })

  it('missing base settings are reported, and imports still resolve', () => {
    const { warnings, endpoints, findings } = read('tsconfig-extends')
    expect(warnings).toEqual([
      expect.stringContaining('extends "@acme/tsconfig/nextjs.json", which does not exist'),
    ])
    expect(endpoints[0]?.client).toBe('userAction')
    expect(findings.map(({ message }) => message)).toEqual([
      'Anyone can call "run": the configuration says that userAction requires user, but it checks nothing.',
    ])
  })

  it('an unreadable file of actions counts as an endpoint, and an unreadable template is ignored', () => {
    const inventory = read('unparsed')
    expect(verdicts(inventory)).toEqual(['*: unknown unknown unknown unknown'])
    expect(inventory.unreadable.map(({ file }) => file)).toEqual(['app/actions.ts'])
    expect(answers(inventory)).not.toContain('yes')
  })

  it('an empty wrapper counts as none, whatever the configuration says', () => {
    expect(verdicts(read('wrapper-trusted'))).toEqual(['wipe: none none none none'])
  })

  it('the schema of a procedure counts, but its empty guard does not', () => {
    expect(verdicts(read('zsa'))).toEqual(['rename: none none proven none'])
    expect(rules(read('zsa', true))).not.toContain('has-input-schema')
  })
})
