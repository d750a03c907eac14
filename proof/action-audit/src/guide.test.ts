import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configSchema } from './config/config'
import { rules } from './rules/rules'
import { withApp } from './testing/app-folder'

const root = join(import.meta.dirname, '../../..')
const guide = readFileSync(join(root, 'docs/guides/auditing.md'), 'utf8')

const blocks = (language: string) =>
  guide
    .split('```')
    .filter((_, index) => index % 2 === 1)
    .filter((block) => block.startsWith(`${language}\n`))
    .map((block) => block.slice(language.length + 1))

/** Allowed exit codes per command. Another test checks whether our app has findings. */
const codes: Record<string, readonly number[]> = {
  'npx pnpm audit:actions': [0, 1],
  'npx pnpm audit:actions /path/to/your/app': [1],
  'npx pnpm audit:actions apps/unguarded': [1],
  'npx pnpm audit:actions init /path/to/your/app': [0],
  'npx pnpm audit:actions /path/to/your/app --write-baseline /tmp/action-audit.baseline.json': [0],
  'npx pnpm audit:actions /path/to/your/app --baseline /tmp/action-audit.baseline.json': [0],
  'npx pnpm --silent audit:actions --markdown': [0, 1],
  'npx pnpm --silent audit:actions --json': [0, 1],
  'npx pnpm --silent audit:actions --sarif': [0, 1],
}

describe('the commands of the guide', () => {
  const commands = blocks('sh').flatMap((block) => block.trim().split('\n'))

  it('all run', () => {
    expect(commands).toEqual(Object.keys(codes))
  })

  it.each(commands)('%s', { timeout: 60_000 }, (command) => {
    const { status, stdout, stderr } = withApp({}, (folder) => {
      cpSync(join(import.meta.dirname, '../fixtures/foreign'), folder, { recursive: true })
      // What the script runs: starting pnpm takes longer than the audit.
      const script = command.replace(
        /^npx pnpm (?:--silent )?audit:actions/,
        'node proof/action-audit/bin/action-audit.js',
      )
      // An existing build may be outdated.
      const run = `${script.replace('/path/to/your/app', folder)} --without-build`
      return spawnSync(run, { cwd: root, shell: true, encoding: 'utf8' })
    })
    expect(stdout + stderr).not.toContain('Usage:')
    expect(codes[command]).toContain(status)
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
