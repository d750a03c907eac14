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
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRules } from './inventory/audit-rules'

const root = join(import.meta.dirname, '..')

const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, [...args], { cwd, encoding: 'utf8', env: { ...process.env, CI: '1' } })

/** From the root of the repository, where the version of pnpm is known. */
const pnpm = (...args: string[]) => run('npx', ['pnpm', ...args], join(root, '../..'))

describe('the package, in an empty Next app', () => {
  let folder = ''

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'action-audit-package-')))
    const packed = pnpm('--dir', root, 'pack', '--pack-destination', folder)
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
    if (!tarball) throw new Error(packed.stdout + packed.stderr)
    const dependencies = { '@kit/action-audit': `file:./${tarball}` }
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ private: true, type: 'module', dependencies }),
    )
    writeFileSync(join(folder, 'next.config.js'), 'export default {}\n')
    mkdirSync(join(folder, 'app'))
    writeFileSync(join(folder, 'app/page.jsx'), 'export default () => <p>Hello</p>\n')
    const installed = pnpm('--dir', folder, 'install', '--ignore-workspace', '--prefer-offline')
    if (installed.status !== 0) throw new Error(installed.stdout + installed.stderr)
  }, 240_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const audit = (...args: string[]) => run(join(folder, 'node_modules/.bin/action-audit'), args, folder)

  it('finds nothing open', () => {
    expect(audit()).toMatchObject({ status: 0, stderr: '' })
  })

  it('finds an action that anybody can call', () => {
    writeFileSync(
      join(folder, 'app/actions.js'),
      "'use server'\nimport { db } from './db'\nexport async function wipe(id) {\n  await db.post.delete({ where: { id } })\n}\n",
    )
    const { status, stdout } = audit()
    expect(status).toBe(1)
    expect(stdout).toContain('wipe  app/actions.js:3')
  })

  it('has its plugin for linters, and nothing that only this repository needs', () => {
    const code =
      "import plugin from '@kit/action-audit/plugin'; console.log(Object.keys(plugin.configs).join())"
    expect(run('node', ['--input-type=module', '--eval', code], folder).stdout.trim()).toBe(
      'recommended,strict',
    )
    const place = join(folder, 'node_modules/@kit/action-audit')
    expect(existsSync(join(place, 'src'))).toBe(false)
    expect(existsSync(join(place, 'dist/plugin.d.ts'))).toBe(true)
  })
})

describe('the pages of the rules', () => {
  it('are there for every rule, with what fails and what passes', () => {
    for (const [rule, description] of auditRules) {
      const page = readFileSync(join(root, 'docs/rules', `${rule}.md`), 'utf8')
      expect(page.startsWith(`# ${rule}\n\n${description}\n`)).toBe(true)
      for (const heading of ['## What goes wrong', '## Fails', '## Passes']) expect(page).toContain(heading)
    }
  })
})
