import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Check {
  label: string
  command: readonly [string, ...string[]]
}

const pnpm = (label: string, ...args: string[]): Check => ({ label, command: ['pnpm', ...args] })

/** The tests that a scenario's short form runs after the source checks. */
export interface ShortForm {
  /** Unit test files, or parts of their names. */
  units: readonly string[]
  /** Titles of attacks. Without any, the app is only built. */
  attacks?: string
}

/** Returns the checks that must pass in a copy after a command: all, or the short form. */
export function checksOf(copy: string, short?: ShortForm): Check[] {
  const { scripts } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'))
  return [
    pnpm('Format', 'format:check'),
    pnpm('Lint', 'lint'),
    pnpm('Types', 'typecheck'),
    pnpm('Audit of the source', 'audit:actions', '--without-build'),
    ...('db:generate' in scripts ? schemaChecks : []),
    pnpm('Unit tests', 'test:unit', ...(short?.units ?? [])),
    ...(short ? shortRun(short) : fullRun),
  ]
}

const fullRun = [
  pnpm('Production build', 'build'),
  pnpm('Attacks', 'test:attacks'),
  pnpm('Flows', 'test:flows'),
]

const shortRun = ({ attacks }: ShortForm): Check[] =>
  attacks === undefined
    ? [pnpm('Production build', 'build')]
    : [pnpm('Production build and attacks', 'test:attacks', '--grep', attacks)]

/** An unchanged schema generates no migration. */
const schemaChecks: readonly Check[] = [
  pnpm('Schema', 'db:generate'),
  { label: 'No new migration', command: ['git', 'diff', '--exit-code', 'HEAD'] },
]
