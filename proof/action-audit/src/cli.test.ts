import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditCommand } from './cli'
import { inventorySchema } from './inventory/inventory'
import { guardedApp, withApp } from './testing/app-folder'

function audit(...args: string[]) {
  let written = ''
  let complained = ''
  const code = auditCommand(
    args,
    (text) => {
      written += text
    },
    (text) => {
      complained += text
    },
  )
  return { code, written, complained }
}

const open = { ...guardedApp, 'src/open.ts': "'use server'\nexport async function open() {}\n" }

describe('action-audit', () => {
  it('exits with 0 when nothing is open', () => {
    expect(withApp(guardedApp, (folder) => audit(folder))).toMatchObject({ code: 0, complained: '' })
  })

  it('exits with 1 when something is open', () => {
    expect(withApp(open, (folder) => audit(folder, '--markdown'))).toMatchObject({ code: 1, complained: '' })
  })

  it('exits with 1 when the required build is missing', () => {
    expect(withApp(guardedApp, (folder) => audit(folder, '--with-build')).code).toBe(1)
  })

  it('writes JSON that matches the schema', () => {
    const { written } = withApp(open, (folder) => audit(folder, '--json', '--without-build'))
    expect(inventorySchema.parse(JSON.parse(written)).endpoints).toHaveLength(2)
  })

  it('writes SARIF', () => {
    expect(JSON.parse(withApp(open, (folder) => audit(folder, '--sarif')).written)).toMatchObject({
      version: '2.1.0',
    })
  })

  it('exits with 2 for a folder without source', () => {
    const { code, complained } = withApp(guardedApp, (folder) => audit(`${folder}/empty`))
    expect({ code, complained }).toMatchObject({ code: 2 })
    expect(withApp({ ...guardedApp, 'docs/a.md': '' }, (folder) => audit(`${folder}/docs`)).code).toBe(2)
  })

  it('audits a requested folder even if the configuration excludes it', () => {
    const config = JSON.stringify({ ignore: ['old'] })
    const files = {
      'action-audit.config.json': config,
      'old/actions.ts': "'use server'\nexport async function open() {}\n",
    }
    expect(withApp(files, (folder) => audit(folder)).code).toBe(0)
    expect(withApp(files, (folder) => audit(`${folder}/old`)).code).toBe(1)
  })

  it.each([
    ['a missing folder', ['/nowhere']],
    ['two folders', ['/tmp', '/tmp']],
    ['an unknown option', ['--fix']],
  ])('exits with 2 for %s', (_, args) => {
    const { code, complained } = audit(...args)
    expect(code).toBe(2)
    expect(complained).toContain('Usage: action-audit')
  })

  it('exits with 2 for an invalid configuration', () => {
    const broken = { ...guardedApp, 'action-audit.config.json': '{ "clints": {} }' }
    expect(withApp(broken, (folder) => audit(folder)).code).toBe(2)
  })

  it('prints its usage', () => {
    expect(audit('--help')).toMatchObject({ code: 0, complained: '' })
  })

  it('prints open endpoints in 100 columns, and everything with --all', () => {
    const { written } = withApp(open, (folder) => audit(folder))
    expect(written).toContain('Open (1)\n  open  src/open.ts:2\n      no authentication check')
    expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(withApp(open, (folder) => audit(folder, '--all')).written).toContain(
      'src/open.ts:2:23  exports-built-by-client',
    )
  })

  it('fails only on findings that are not in the baseline', () => {
    withApp(open, (folder) => {
      const baseline = join(folder, 'baseline.json')
      expect(audit(folder, '--write-baseline', baseline).code).toBe(0)
      expect(audit(folder, '--baseline', baseline).code).toBe(0)
      expect(audit(folder, '--baseline', baseline, '--fail-on', 'any').code).toBe(1)
      writeFileSync(join(folder, 'src/more.ts'), "'use server'\n\nexport async function more() {}\n")
      const { code, written } = audit(folder, '--baseline', baseline)
      expect(code).toBe(1)
      expect(written).toContain('src/more.ts')
    })
  })

  it('counts findings in files changed since a commit', () => {
    withApp(open, (folder) => {
      const git = (...args: string[]) =>
        spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a.test', ...args], { cwd: folder })
      git('init')
      git('add', '.')
      git('commit', '-m', 'first')
      expect(audit(folder, '--since', 'HEAD').code).toBe(0)
      writeFileSync(join(folder, 'src/more.ts'), "'use server'\nexport async function more() {}\n")
      expect(audit(folder, '--since', 'HEAD').code).toBe(1)
      expect(audit(folder, '--since', 'nowhere').code).toBe(2)
    })
  })

  it('explains invalid settings', () => {
    const broken = { ...guardedApp, 'action-audit.config.json': '{ "clints": {}, "rules": "all" }' }
    const { complained } = withApp(broken, (folder) => audit(folder))
    expect(complained).toContain('"clints" is not a setting.')
    expect(complained).toContain('"rules" has to be one of: recommended, strict.')
    expect(audit('--fail-on', 'new').complained).toContain('--fail-on new needs --baseline or --since')
  })

  it('proposes a configuration for guards it could not analyze', () => {
    const files = {
      'package.json': '{ "dependencies": { "next-auth": "5", "zod": "4" } }',
      'src/open.ts': `'use server'
import { requireMember } from '@acme/auth'
import { db } from '@acme/db'
export async function run(id: string) {
  await requireMember()
  await db.post.delete({ where: { id } })
}
`,
    }
    const { code, written } = withApp(files, (folder) => audit('init', folder))
    expect(code).toBe(0)
    expect(written).toContain('sessions   next-auth')
    expect(written).toContain('"requireMember": {')
    const config = written.slice(written.indexOf('{'), written.lastIndexOf('}') + 1)
    const audited = withApp({ ...files, 'action-audit.config.json': config }, (folder) =>
      audit(folder, '--json'),
    )
    expect(
      inventorySchema.parse(JSON.parse(audited.written)).endpoints[0]?.guards.authentication.status,
    ).toBe('declared')
  })

  const guardsIn = (files: Record<string, string>) => {
    const { written, complained } = withApp(files, (folder) => audit(folder, '--json'))
    expect(complained).toBe('')
    return Object.fromEntries(
      inventorySchema
        .parse(JSON.parse(written))
        .endpoints.map(({ exportName, guards }) => [exportName, guards]),
    )
  }

  it('finds the role argument of a guard and the handler argument of a wrapper', () => {
    const files = {
      'src/actions.ts': `'use server'
import { requireRole, withMember } from '@acme/auth'
import { db } from '@acme/db'
export async function fixed(id: string) {
  await requireRole(await currentUser(), 'admin')
  await db.post.delete({ where: { id } })
}
export async function picked(id: string, role: string) {
  await requireRole(await currentUser(), role)
  await db.post.delete({ where: { id } })
}
export const wrapped = withMember({ audit: true }, async (id: string) => {
  await db.post.delete({ where: { id } })
})
`,
    }
    const { written } = withApp(files, (folder) => audit('init', folder))
    expect(written).toContain('"role": 1')
    expect(written).toContain('"handler": 1')
    const config = written.slice(written.indexOf('{'), written.lastIndexOf('}') + 1)
    const guards = guardsIn({ ...files, 'action-audit.config.json': config })
    expect(guards['fixed']).toMatchObject({ authorization: { status: 'declared' } })
    expect(guards['picked']?.authorization.status).not.toBe('declared')
    expect(guards['wrapped']).toMatchObject({ authentication: { status: 'declared' } })
  })

  it('recognizes a client declared in a file of actions, in that file only', () => {
    const actions = `'use server'
import { createSafeActionClient } from '@acme/actions'
import { db } from '@acme/db'
const memberAction = createSafeActionClient().use(async ({ next }) => next({ ctx: await who() }))
export const remove = memberAction.action(async () => {
  await db.post.delete({ where: { id: '1' } })
})
`
    const config = JSON.stringify({ clients: { memberAction: { access: 'user', file: 'src/actions.ts' } } })
    const status = (file: string) =>
      guardsIn({ [file]: actions, 'action-audit.config.json': config })['remove']?.authentication.status
    expect(status('src/actions.ts')).toBe('declared')
    expect(status('src/others.ts')).not.toBe('declared')
  })

  it.each([
    [
      '{ "guards": { "a": { "proves": ["limits"], "arguments": { "role": 1 } } } }',
      'which only "authorization" has',
    ],
    [
      '{ "guards": { "a": { "proves": ["authentication"], "handler": -1 } } }',
      '"guards.a.handler" has to be at least 0.',
    ],
    ['{ "wrappers": { "a": { "handler": 1 } } }', 'takes its handler and its options as the same argument.'],
    ['{ "rulePages": "docs" }', '"rulePages" is invalid'],
  ])('explains what is wrong with %s', (text, sentence) => {
    const { complained } = withApp({ ...guardedApp, 'action-audit.config.json': text }, (folder) =>
      audit(folder),
    )
    expect(complained).toContain(sentence)
  })

  it('trusts a configured guard only if it can refuse a call', () => {
    const status = (body: string) => {
      const files = {
        'action-audit.config.json': '{ "guards": { "enter": { "proves": ["authentication"] } } }',
        'src/open.ts': `'use server'
import { db } from '@acme/db'
async function enter(id: string) { ${body} }
export async function run(id: string) {
  await enter(id)
  await db.post.delete({ where: { id } })
}
`,
      }
      const { written } = withApp(files, (folder) => audit(folder, '--json'))
      return inventorySchema.parse(JSON.parse(written)).endpoints[0]?.guards.authentication.status
    }
    expect(status("if (!registry.known(id)) throw new Error('No')")).toBe('declared')
    expect(status('console.log(id)')).toBe('none')
  })

  it('runs from a shell', () => {
    const bin = join(import.meta.dirname, '../bin/action-audit.js')
    const { status, stdout, stderr } = withApp(open, (folder) =>
      spawnSync(process.execPath, [bin, folder], { encoding: 'utf8' }),
    )
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toContain('open  src/open.ts:2')
  })
})
