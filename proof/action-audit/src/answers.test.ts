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

describe('inputs that are easily answered wrongly', () => {
  it('are all here', () => {
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

  it('a permission that is passed as it is and checks nothing is none', () => {
    const inventory = read('bare-permission')
    expect(verdicts(inventory)).toEqual(['edit: declared none proven declared'])
    expect(rules(inventory)).toEqual(['unauthorized-endpoint'])
    // It is made where it is defined, so that it asks for nothing is no fault of the chain.
    expect(read('bare-permission', true).findings.map(({ message }) => message)).toEqual([
      '"edit" has no authorization check: the configuration calls canEdit a permission, but it checks nothing.',
    ])
  })

  it('a checklist says yes to nothing about an endpoint that nobody could read', () => {
    const inventory = read('checklist-vacuous')
    expect(verdicts(inventory)).toEqual(['wipe: none none none none'])
    expect(rules(inventory)).toEqual(expect.arrayContaining(['open-endpoint', 'no-raw-sql']))
    expect(answers(inventory)).not.toContain('yes')
  })

  it('a function with the directive of its file and its own is one endpoint', () => {
    expect(verdicts(read('double'))).toEqual(['once: none none none none'])
  })

  it('what only looks like a mistake is none', () => {
    const inventory = read('false-positives')
    expect(verdicts(inventory)).toEqual([
      'clean: declared unknown proven none',
      'go: declared unknown proven none',
    ])
    expect(rules(inventory)).toEqual([])
  })

  it('wrappers are read, whatever the order of their arguments', () => {
    const inventory = read('hof')
    expect(verdicts(inventory)).toEqual([
      'del: declared none none none',
      'login: none none proven none',
      'cached: none none none none',
    ])
  })

  it('inline actions are listed one by one, wherever they stand', () => {
    expect(verdicts(read('inline'))).toEqual([
      '2: unknown none none none',
      '3: none none none none',
      '5: unknown none none none',
      '11: none none none none',
      'run: none none none none',
    ])
  })

  it('no folder and no name hides an endpoint', () => {
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

  it('settings that extend something missing are told of, and imports are found all the same', () => {
    const { warnings, endpoints, findings } = read('tsconfig-extends')
    expect(warnings).toEqual([
      expect.stringContaining('extends "@acme/tsconfig/nextjs.json", which is not there'),
    ])
    expect(endpoints[0]?.client).toBe('userAction')
    expect(findings.map(({ message }) => message)).toEqual([
      'Anyone can call "run": the configuration says that userAction requires user, but it checks nothing.',
    ])
  })

  it('a file of actions that cannot be read is an endpoint; a template of no concern is nothing', () => {
    const inventory = read('unparsed')
    expect(verdicts(inventory)).toEqual(['*: unknown unknown unknown unknown'])
    expect(inventory.unreadable.map(({ file }) => file)).toEqual(['app/actions.ts'])
    expect(answers(inventory)).not.toContain('yes')
  })

  it('a wrapper that checks nothing is none, whatever the configuration says', () => {
    expect(verdicts(read('wrapper-trusted'))).toEqual(['wipe: none none none none'])
  })

  it('the schema of a procedure counts, and its empty guard does not', () => {
    expect(verdicts(read('zsa'))).toEqual(['rename: none none proven none'])
    expect(rules(read('zsa', true))).not.toContain('has-input-schema')
  })
})
