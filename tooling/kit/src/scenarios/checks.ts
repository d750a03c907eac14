import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Check {
  label: string
  command: readonly [string, ...string[]]
}

const pnpm = (label: string, ...args: string[]): Check => ({ label, command: ['pnpm', ...args] })

/** What has to pass in a copy after a command. The short form leaves out attacks, flows and most unit tests. */
export function checksOf(copy: string, isFull: boolean): Check[] {
  const { scripts } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'))
  const unit = [
    'exec',
    'vitest',
    'run',
    '--project',
    '@kit/env',
    '--project',
    '@kit/mail',
    '--project',
    '@kit/auth',
  ]
  return [
    pnpm('Format', 'format:check'),
    pnpm('Lint', 'lint'),
    pnpm('Types', 'typecheck'),
    pnpm('Audit of the source', 'audit:actions', '--without-build'),
    ...('db:generate' in scripts ? schemaChecks : []),
    isFull ? pnpm('Unit tests', 'test:unit') : pnpm('Unit tests of env, mail and auth', ...unit),
    pnpm('Production build', 'build'),
    ...(isFull ? [pnpm('Attacks', 'test:attacks'), pnpm('Flows', 'test:flows')] : []),
  ]
}

/** An unchanged schema generates no migration. */
const schemaChecks: readonly Check[] = [
  pnpm('Schema', 'db:generate'),
  { label: 'No new migration', command: ['git', 'diff', '--exit-code', 'HEAD'] },
]
