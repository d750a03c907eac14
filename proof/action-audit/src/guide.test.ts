import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditCommand } from './cli'
import { configSchema } from './config/config'
import { rules } from './rules/rules'

const root = join(import.meta.dirname, '../../..')
const guide = readFileSync(join(root, 'docs/guides/auditing.md'), 'utf8')

const blocks = (language: string) =>
  guide
    .split('```')
    .filter((_, index) => index % 2 === 1)
    .filter((block) => block.startsWith(`${language}\n`))
    .map((block) => block.slice(language.length + 1))

/** The exit code of each command. What names no folder audits an app with findings here: `pnpm test` audits our own. */
const codes: Record<string, number> = {
  'npx pnpm audit:actions': 1,
  'npx pnpm audit:actions /path/to/your/app': 1,
  'npx pnpm audit:actions apps/unguarded': 1,
  'npx pnpm audit:actions init /path/to/your/app': 0,
  'npx pnpm audit:actions /path/to/your/app --write-baseline /tmp/action-audit.baseline.json': 0,
  'npx pnpm audit:actions /path/to/your/app --baseline /tmp/action-audit.baseline.json': 0,
  'npx pnpm --silent audit:actions --markdown': 1,
  'npx pnpm --silent audit:actions --json': 1,
  'npx pnpm --silent audit:actions --sarif': 1,
}

describe('the commands of the guide', () => {
  const commands = blocks('sh').flatMap((block) => block.trim().split('\n'))
  let folder = ''

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'action-audit-guide-'))
    cpSync(join(import.meta.dirname, '../fixtures/foreign'), join(folder, 'app'), { recursive: true })
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('all run', () => {
    expect(commands).toEqual(Object.keys(codes))
  })

  it.each(commands)('%s', (command) => {
    const args = command
      .replace(/^npx pnpm (?:--silent )?audit:actions ?/, '')
      .replace('/tmp/', `${folder}/`)
      .replace('/path/to/your/app', join(folder, 'app'))
      .replace(/^apps\/.*/, (app) => join(root, app))
      .split(' ')
      .filter(Boolean)
    const namesNone = args.every((arg) => arg.startsWith('--'))
    let complaint = ''
    const code = auditCommand(
      // An existing build may be outdated.
      [...(namesNone ? [join(folder, 'app')] : []), ...args, '--without-build'],
      () => {},
      (text) => (complaint += text),
    )
    expect({ code, complaint }).toEqual({ code: codes[command], complaint: '' })
  })
})

describe('the rest of the guide', () => {
  it('has a valid configuration', () => {
    const [config = ''] = blocks('json')
    expect(() => configSchema.parse(JSON.parse(config))).not.toThrow()
  })

  it('describes every rule', () => {
    const cells = guide
      .split('\n')
      .filter((line) => /^\| `[a-z]+-/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
    expect(cells.map(([, name, description]) => [name, description])).toEqual(
      rules.map(({ name, description }) => [`\`${name}\``, description]),
    )
  })
})
