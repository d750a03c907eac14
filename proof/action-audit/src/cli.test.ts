import { spawnSync } from 'node:child_process'
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
  it('ends with 0 when nothing is open', () => {
    expect(withApp(guardedApp, (folder) => audit(folder))).toMatchObject({ code: 0, complained: '' })
  })

  it('ends with 1 when something is', () => {
    expect(withApp(open, (folder) => audit(folder, '--markdown'))).toMatchObject({ code: 1, complained: '' })
  })

  it('ends with 1 when a build is asked for and there is none', () => {
    expect(withApp(guardedApp, (folder) => audit(folder, '--with-build')).code).toBe(1)
  })

  it('writes JSON of the promised shape', () => {
    const { written } = withApp(open, (folder) => audit(folder, '--json', '--without-build'))
    expect(inventorySchema.parse(JSON.parse(written)).endpoints).toHaveLength(2)
  })

  it('writes SARIF', () => {
    expect(JSON.parse(withApp(open, (folder) => audit(folder, '--sarif')).written)).toMatchObject({
      version: '2.1.0',
    })
  })

  it('ends with 2 for a folder without source: of nothing, everything could be said', () => {
    const { code, complained } = withApp(guardedApp, (folder) => audit(`${folder}/empty`))
    expect({ code, complained }).toMatchObject({ code: 2 })
    expect(withApp({ ...guardedApp, 'docs/a.md': '' }, (folder) => audit(`${folder}/docs`)).code).toBe(2)
  })

  it('reads a folder that is asked for, even one that the configuration leaves out', () => {
    const config = JSON.stringify({ ignore: ['old'] })
    const files = {
      'action-audit.config.json': config,
      'old/actions.ts': "'use server'\nexport async function open() {}\n",
    }
    expect(withApp(files, (folder) => audit(folder)).code).toBe(0)
    expect(withApp(files, (folder) => audit(`${folder}/old`)).code).toBe(1)
  })

  it.each([
    ['a folder that is not there', ['/nowhere']],
    ['two folders', ['/tmp', '/tmp']],
    ['an option that it does not have', ['--fix']],
  ])('ends with 2 for %s', (_, args) => {
    const { code, complained } = audit(...args)
    expect(code).toBe(2)
    expect(complained).toContain('Usage: action-audit')
  })

  it('ends with 2 for a configuration that it cannot read: nothing is taken for guarded', () => {
    const broken = { ...guardedApp, 'action-audit.config.json': '{ "clints": {} }' }
    expect(withApp(broken, (folder) => audit(folder)).code).toBe(2)
  })

  it('says how it is used', () => {
    expect(audit('--help')).toMatchObject({ code: 0, complained: '' })
  })

  it('runs from a shell', () => {
    const bin = join(import.meta.dirname, '../bin/action-audit.js')
    const { status, stdout, stderr } = withApp(open, (folder) =>
      spawnSync(process.execPath, [bin, folder], { encoding: 'utf8' }),
    )
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toContain('src/open.ts:2:23  exports-built-by-client')
  })
})
