import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './paths'
import { parts } from './test-plan'

/** Where this very run of the tests exercises each script of the root package. */
const exercised: Record<string, string> = {
  dev: 'first-run.test.ts',
  'dev:unguarded': 'dev-unguarded.test.ts',
  start: 'start.test.ts',
  'db:migrate': 'start.test.ts',
  'format:check': 'test-plan.ts',
  lint: 'test-plan.ts',
  'audit:actions': 'test-plan.ts',
  typecheck: 'test-plan.ts',
  build: 'test-plan.ts',
  'test:mutants': '../../../proof/mutants/src/list.test.ts',
}

/** What this run is, or is made of. */
const own = ['test', ...parts.map((part) => `test:${part}`)]

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const commands = [...readme.matchAll(/^```sh\n(.*?)^```/gms)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '' && !line.startsWith('#'))

describe('the commands of README.md', () => {
  it('begin with the two that matter', () => {
    expect(commands.slice(0, 2)).toEqual(['npx pnpm dev', 'npx pnpm test'])
  })

  it.each([...new Set(commands)])('%s is run by the tests', (command) => {
    const [, script = ''] = /^(?:npx )?pnpm (\S+)(?: --list)?$/.exec(command) ?? []
    expect([...Object.keys(exercised), ...own]).toContain(script)
  })

  it.each(Object.entries(exercised))('%s is run by %s', (script, file) => {
    expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toContain(`'${script}'`)
  })
})
