import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './paths'
import { manifests } from './workspace'
import { parts } from '../suite/test-plan'

/** Where the tests run each script of the root package. */
const exercised: Record<string, string> = {
  dev: '../commands/first-run.test.ts',
  'dev:unguarded': '../nightly/dev-unguarded.test.ts',
  start: '../commands/production.test.ts',
  'db:migrate': '../commands/production.test.ts',
  'format:check': '../suite/test-plan.ts',
  lint: '../suite/test-plan.ts',
  spell: '../suite/test-plan.ts',
  'audit:actions': '../suite/test-plan.ts',
  typecheck: '../suite/test-plan.ts',
  'build:lab': '../suite/test-plan.ts',
  'test:mutants': '../../../../proof/mutants/src/list/list.test.ts',
}

/** Scripts that run the tests. */
const own = ['test', ...parts.map((part) => `test:${part}`)]

const { scripts = {} } = manifests()[0] ?? {}
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const commands = [...readme.matchAll(/^```sh\n(.*?)^```/gms)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '' && !line.startsWith('#'))

describe('the commands of README.md', () => {
  it('start with dev and test', () => {
    expect(commands.slice(0, 2)).toEqual(['npx pnpm dev', 'npx pnpm test'])
  })

  it.each([...new Set(commands)])('%s is run by the tests', (command) => {
    const [, script = ''] = /^(?:npx )?pnpm (\S+)(?: --list)?$/.exec(command) ?? []
    const indirect = Object.keys(exercised).some((other) => scripts[other]?.endsWith(`pnpm ${script}`))
    expect(indirect || script in exercised || own.includes(script)).toBe(true)
  })

  it.each(Object.entries(exercised))('%s is run by %s', (script, file) => {
    expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toContain(`'${script}'`)
  })
})
