import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateAction } from '@action-validator/core'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRules } from './inventory/findings/audit-rules'
import { runAction } from './testing/composite-action'

const root = join(import.meta.dirname, '..')

/** The Next version of this repository, which is in the package store. */
function versionOf(name: string): string {
  const file = join(root, '../../apps/web/node_modules', name, 'package.json')
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version
}

const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, [...args], { cwd, encoding: 'utf8', env: { ...process.env, CI: '1' } })

/** Runs from the repository root, which pins the pnpm version. */
const pnpm = (...args: string[]) => run('npx', ['pnpm', ...args], join(root, '../..'))

const action = join(root, '../../.github/actions/action-audit/action.yml')

const sarif = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({
        driver: z.object({
          rules: z.array(
            z.object({
              id: z.string(),
              helpUri: z.string(),
              properties: z.object({ 'security-severity': z.string().optional(), tags: z.array(z.string()) }),
            }),
          ),
        }),
      }),
      results: z.array(
        z.object({
          ruleId: z.string(),
          level: z.string(),
          partialFingerprints: z.object({ 'actionAudit/v1': z.string() }),
          locations: z.tuple([
            z.object({ physicalLocation: z.object({ artifactLocation: z.object({ uri: z.string() }) }) }),
          ]),
        }),
      ),
    }),
  ]),
})

/** What code scanning shows of a SARIF file. */
function sarifOf(file: string) {
  const { runs } = sarif.parse(JSON.parse(readFileSync(file, 'utf8')))
  const [{ tool, results }] = runs
  return {
    results: results.map(({ ruleId, level, partialFingerprints, locations: [{ physicalLocation }] }) => ({
      rule: ruleId,
      level,
      fingerprint: partialFingerprints['actionAudit/v1'],
      uri: physicalLocation.artifactLocation.uri,
    })),
    rules: new Map(
      tool.driver.rules.map(({ id, helpUri, properties: { tags, 'security-severity': severity } }) => [
        id,
        { helpUri, severity, tags },
      ]),
    ),
  }
}

describe('the package, in an empty Next app', () => {
  let folder = ''

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'action-audit-package-')))
    const packed = pnpm('--dir', root, 'pack', '--pack-destination', folder)
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
    if (!tarball) throw new Error(packed.stdout + packed.stderr)
    const dependencies = Object.fromEntries(
      ['next', 'react', 'react-dom'].map((name) => [name, versionOf(name)]),
    )
    const devDependencies = { 'action-audit': `file:./${tarball}` }
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ private: true, type: 'module', dependencies, devDependencies }),
    )
    // Next works without its optional build dependencies.
    writeFileSync(join(folder, 'pnpm-workspace.yaml'), 'strictDepBuilds: false\n')
    writeFileSync(join(folder, 'next.config.js'), 'export default {}\n')
    mkdirSync(join(folder, 'app'))
    writeFileSync(
      join(folder, 'app/page.jsx'),
      'export default function Page() {\n  return <p>Hello</p>\n}\n',
    )
    writeFileSync(
      join(folder, 'app/layout.jsx'),
      'export default function Layout({ children }) {\n  return (\n    <html lang="en">\n      <body>{children}</body>\n    </html>\n  )\n}\n',
    )
    const installed = pnpm('--dir', folder, 'install', '--ignore-workspace', '--prefer-offline')
    if (installed.status !== 0) throw new Error(installed.stdout + installed.stderr)
  }, 240_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const audit = (...args: string[]) => run(join(folder, 'node_modules/.bin/action-audit'), args, folder)

  it('can be published and installed', () => {
    const manifest: unknown = JSON.parse(
      readFileSync(join(folder, 'node_modules/action-audit/package.json'), 'utf8'),
    )
    expect(manifest).toMatchObject({ name: 'action-audit', license: 'MIT', engines: { node: '>=20.19' } })
    expect(manifest).not.toHaveProperty('private')
    expect(JSON.stringify(manifest)).not.toMatch(/catalog:|workspace:/)
    expect(existsSync(join(folder, 'node_modules/next/package.json'))).toBe(true)
  })

  it('finds nothing open', () => {
    const { status, stdout } = audit()
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing open') })
  })

  it('finds an unguarded action', () => {
    writeFileSync(
      join(folder, 'app/actions.js'),
      "'use server'\nimport { db } from './db'\nexport async function wipe(id) {\n  await db.post.delete({ where: { id } })\n}\n",
    )
    const { status, stdout } = audit()
    expect(status).toBe(1)
    expect(stdout).toContain('wipe  app/actions.js:3')
    expect(audit('--sarif').stdout).toContain('# open-endpoint\\n')
  })

  it('runs as a GitHub Action that uploads SARIF for an app below the root', () => {
    run('git', ['init', '--quiet'], folder)
    const shop = join(folder, 'shop/app/[id]')
    mkdirSync(shop, { recursive: true })
    writeFileSync(join(folder, 'shop/package.json'), '{}')
    writeFileSync(
      join(shop, 'actions.js'),
      "'use server'\nimport { sql } from '../../db'\nexport async function wipe(name) {\n  await sql.unsafe(`drop table ${name}`)\n}\n",
    )

    const found = runAction(action, folder, { folder: 'shop' })
    expect(found).toMatchObject({ succeeds: false, output: expect.stringContaining('Something is open.') })
    const [{ action: uploader, inputs } = { action: '', inputs: {} }] = found.used
    expect(uploader).toMatch(/^github\/codeql-action\/upload-sarif@v\d+$/)
    const { results, rules } = sarifOf(inputs.sarif_file ?? '')
    expect(results).toContainEqual({
      rule: 'no-raw-sql',
      level: 'error',
      fingerprint: expect.stringMatching(/^\w{16,}$/),
      uri: 'shop/app/%5Bid%5D/actions.js',
    })
    const pages = 'https://github.test/acme/shop/blob/f00d/proof/action-audit/docs/rules'
    expect(rules.get('no-raw-sql')).toEqual({
      helpUri: `${pages}/no-raw-sql.md`,
      severity: expect.stringMatching(/^[89]\.\d$/),
      tags: expect.arrayContaining([
        'security',
        'external/cwe/cwe-089',
        expect.stringMatching(/^external\/asvs\//),
      ]),
    })

    expect(runAction(action, folder, { folder: 'shop', fail: 'false' }).succeeds).toBe(true)
    expect(audit('shop', '--write-baseline', 'known.json').status).toBe(0)
    expect(runAction(action, folder, { folder: 'shop', baseline: 'known.json' }).succeeds).toBe(true)
    expect(runAction(action, folder, { folder: 'absent' })).toMatchObject({ succeeds: false, used: [] })
  })

  it('contains its lint plugin and no repository-only files', () => {
    const code = "import plugin from 'action-audit/plugin'; console.log(Object.keys(plugin.configs).join())"
    expect(run('node', ['--input-type=module', '--eval', code], folder).stdout.trim()).toBe(
      'recommended,strict',
    )
    const place = join(folder, 'node_modules/action-audit')
    expect(existsSync(join(place, 'src'))).toBe(false)
    expect(existsSync(join(place, 'dist/plugin.d.ts'))).toBe(true)
  })
})

describe('the GitHub Action', () => {
  it('is valid', () => {
    expect(validateAction(readFileSync(action, 'utf8')).errors).toEqual([])
    const broken = readFileSync(action, 'utf8').replace('shell: bash', 'color: bash')
    expect(validateAction(broken).errors).not.toEqual([])
  })
})

describe('the pages of the rules', () => {
  it('exist for every rule, with failing and passing code', () => {
    for (const [rule, description] of auditRules) {
      const page = readFileSync(join(root, 'docs/rules', `${rule}.md`), 'utf8')
      expect(page.startsWith(`# ${rule}\n\n${description}\n`)).toBe(true)
      for (const heading of ['## What goes wrong', '## Fails', '## Passes']) expect(page).toContain(heading)
    }
  })
})
