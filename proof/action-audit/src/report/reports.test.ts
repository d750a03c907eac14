import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { auditCommand } from '../cli'
import { configSchema } from '../config/config'
import { guardedApp, inventoryOf, withApp } from '../testing/app-folder'
import { fingerprintOf } from './fingerprint'
import { markdownReport } from './markdown-report'
import { sarifReport } from './sarif-report'
import { textReport } from './text-report'

const inventory = inventoryOf({
  ...guardedApp,
  'src/[slug]/open actions.ts': `'use server'
export async function open(id: string) {
  return { id }
}

// action-audit-waive exports-built-by-client: The reason | with <markup>.
// action-audit-waive has-input-schema: Another reason.
// action-audit-waive is-authorized: Another reason.
// action-audit-waive is-limited: Another reason.
export async function waived(id: string) {
  return { id }
}
`,
  'src/broken.ts': 'export const',
})

function rulesIn(log: unknown) {
  const rule = z.looseObject({
    id: z.string(),
    properties: z.looseObject({ tags: z.array(z.string()), 'security-severity': z.string().optional() }),
  })
  const driver = z.looseObject({ rules: z.array(rule) })
  const run = z.looseObject({ tool: z.looseObject({ driver }) })
  return z
    .looseObject({ runs: z.array(run) })
    .parse(log)
    .runs.flatMap(({ tool }) => tool.driver.rules)
}

describe('the report for a terminal', () => {
  const lines = textReport(inventory).split('\n')

  it('lists every endpoint with its guards', () => {
    const line = lines.find((each) => each.includes('tasks.rename'))
    for (const part of [
      'src/features/tasks/actions.ts:9',
      'organizationActionClient',
      'editor or higher',
      'task: update, read',
      'withOwnTask',
      'default.user, tasks.rename',
      '5 fields, bounded',
    ])
      expect(line).toContain(part)
  })

  it('shows open findings, waivers with reasons, and the checklist', () => {
    expect(lines).toContain('    because: The reason | with <markup>.')
    expect(lines.find((each) => each.includes('exports-built-by-client'))).toContain(
      'src/[slug]/open actions.ts:2:23',
    )
    expect(lines.filter((each) => each.startsWith('  [')).length).toBe(inventory.checklist.length)
    expect(lines.at(-2)).toBe(`${inventory.summary.open} open, 4 waived.`)
  })
})

describe('the summary', () => {
  const inFolder = (files: Record<string, string>, ...options: string[]) =>
    withApp(files, (folder) => {
      let written = ''
      auditCommand(
        [folder, ...options.map((each) => each.replace('<folder>', folder))],
        (text) => {
          written += text
        },
        () => {},
      )
      return written
    })
  const write = (name: string, waiver = '') => `${waiver}
export async function ${name}(id: string) {
  await db.post.delete({ where: { id } })
}
`
  const actions = (...parts: string[]) => `'use server'
import { db } from '@acme/db'
${parts.join('')}`
  const waiver = '// action-audit-waive open-endpoint: A public form.'

  it('lists open endpoints that are not waived', () => {
    const written = inFolder({ 'src/actions.ts': actions(write('open'), write('waived', waiver)) })
    expect(written).toContain('Open, with writes (1)\n  open  src/actions.ts:')
    expect(written).not.toContain('  waived  ')
    expect(inFolder({ 'src/actions.ts': actions(write('waived', waiver)) })).not.toContain('Open')
  })

  it('lists no route that is waived', () => {
    const route = (text: string) => ({
      'app/api/route.ts': `import { db } from '@acme/db'
${text}
export async function GET() {
  return Response.json(await db.post.findMany())
}
`,
    })
    expect(inFolder(route(''))).toContain('Open (1)\n  GET /api')
    expect(inFolder(route(waiver))).not.toContain('GET /api')
  })

  it('lists nothing that is in the baseline', () => {
    const files = { 'src/actions.ts': actions(write('open')) }
    withApp(files, (folder) => {
      const baseline = join(folder, 'baseline.json')
      const silent = () => {}
      auditCommand([folder, '--write-baseline', baseline], silent, silent)
      expect(inFolder(files, '--baseline', baseline)).not.toContain('Open')
    })
  })

  it('lists endpoints that it could not read', () => {
    const guard = `'use server'
import { db } from '@acme/db'
import { requireMember } from '@acme/auth'
`
    const call = (name: string) => `
export async function ${name}(id: string) {
  await requireMember()
  await db.post.delete({ where: { id } })
}
`
    const written = inFolder({ 'src/a.ts': guard + call('one') + call('two'), 'src/b.ts': 'export const' })
    expect(written).toContain('Unknown (2)\n  one  src/a.ts:5')
    expect(written).toContain('  two  src/a.ts:')
  })
})

describe('the report in Markdown', () => {
  it('has the same content, with all text escaped', () => {
    const report = markdownReport(inventory)
    expect(report).toContain('| tasks.rename | src/features/tasks/actions.ts:9 |')
    expect(report).toContain('Because: The reason \\| with &lt;markup>.')
    expect(report.split('\n').filter((line) => line.startsWith('- [')).length).toBe(
      inventory.checklist.length,
    )
  })
})

describe('the report in SARIF', () => {
  const schemaFile = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json')),
    'lib/schemas/sarif-2.1.0-rtm.5.json',
  )
  const schema: object = z.looseObject({}).parse(JSON.parse(readFileSync(schemaFile, 'utf8')))
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats(ajv)
  const settings = { root: '/', config: configSchema.parse({}) }
  const log: unknown = JSON.parse(sarifReport(inventory, settings))

  it('matches the SARIF 2.1.0 schema', () => {
    const validate = ajv.compile(schema)
    validate(log)
    expect(validate.errors).toBeNull()
  })

  it('would not match with an unknown field', () => {
    expect(ajv.validate(schema, { ...z.looseObject({}).parse(log), guarded: true })).toBe(false)
  })

  it('has a result for every finding, with the reason for waived ones', () => {
    const run = z
      .looseObject({
        runs: z.array(z.looseObject({ results: z.array(z.looseObject({ ruleId: z.string() })) })),
      })
      .parse(log).runs[0]
    expect(run?.results).toHaveLength(inventory.findings.length)
    expect(run?.results).toContainEqual(
      expect.objectContaining({
        ruleId: 'exports-built-by-client',
        suppressions: [{ kind: 'inSource', justification: 'The reason | with <markup>.' }],
      }),
    )
    expect(JSON.stringify(run)).toContain('src/%5Bslug%5D/open%20actions.ts')
    expect(run?.results[0]).toMatchObject({
      partialFingerprints: { 'actionAudit/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
    })
  })

  it('has a severity, a help page, and CWE and ASVS tags', () => {
    expect(log).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              rules: expect.arrayContaining([
                expect.objectContaining({
                  id: 'no-raw-sql',
                  help: {
                    text: expect.stringContaining('docs/rules/no-raw-sql.md'),
                    markdown: expect.stringContaining('## What goes wrong'),
                  },
                  defaultConfiguration: { level: 'error' },
                  properties: {
                    'security-severity': '9.8',
                    tags: ['security', 'external/cwe/cwe-089', 'external/asvs/1.2.4'],
                  },
                }),
              ]),
            },
          },
        },
      ],
    })
  })

  it('links to the configured rule pages, or to none', () => {
    const linked = {
      ...settings,
      config: configSchema.parse({ rulePages: 'https://docs.example.test/rules/' }),
    }
    expect(sarifReport(inventory, linked)).toContain('https://docs.example.test/rules/no-raw-sql.md')
    expect(ajv.validate(schema, JSON.parse(sarifReport(inventory, linked)))).toBe(true)
    expect(sarifReport(inventory, settings)).not.toContain('helpUri')
  })

  it('has a security severity only for security rules', () => {
    for (const { id, properties } of rulesIn(log)) {
      const isSecurity = properties.tags.includes('security')
      expect({ id, isRated: properties['security-severity'] !== undefined }).toEqual({
        id,
        isRated: isSecurity,
      })
      expect(properties.tags.some((tag) => tag.startsWith('external/'))).toBe(isSecurity)
    }
  })

  it('distinguishes two findings of the same kind', () => {
    const finding = { file: 'a.ts', line: 1, column: 1, rule: 'no-raw-sql', message: 'execute gets a text.' }
    const twice = { ...inventory, findings: [finding, { ...finding, line: 9 }] }
    const prints = sarifReport(twice, settings).match(/"actionAudit\/v1": "[^"]+"/g)
    expect(new Set(prints).size).toBe(2)
  })

  it('has paths relative to the repository root', () => {
    withApp({ 'apps/shop/app/page.tsx': '', '.git': 'gitdir: elsewhere' }, (folder) => {
      const root = join(folder, 'apps/shop')
      expect(sarifReport(inventory, { ...settings, root })).toContain(
        '"apps/shop/src/%5Bslug%5D/open%20actions.ts"',
      )
    })
  })

  it('recognizes a finding after its line moves', () => {
    const finding = (line: number) => ({
      file: 'a.ts',
      line,
      column: 1,
      rule: 'open-endpoint',
      message: `Anyone can call "run": db.delete() runs at line ${line}.`,
    })
    expect(fingerprintOf(finding(3))).toBe(fingerprintOf(finding(30)))
    expect(fingerprintOf(finding(3))).not.toBe(fingerprintOf({ ...finding(3), file: 'b.ts' }))
  })
})
