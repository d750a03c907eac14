import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pnpmCommand } from '@kit/launcher/pnpm-command'
import { Refusal } from '@kit/server/refusal'
import pluralize from 'pluralize'
import { spellings } from '../new-domain/domain-names'
import type { Check } from '../scenarios/checks'
import { newDomainNamed } from '../scenarios/scenarios'

/** Candidates; a product may already have a domain with such a name. */
const names = ['invoices', 'parcels', 'vehicles', 'recipes']

const features = 'apps/web/src/features'

/** @throws Refusal when the product in `copy` has a domain of every name */
export function unusedName(copy: string): string {
  const taken = readdirSync(join(copy, features))
  const name = names.find((candidate) => !taken.includes(candidate))
  if (name === undefined) throw new Refusal(`All of these domains exist: ${names.join(', ')}.`)
  return name
}

const node = (...args: string[]) => ['node', '--import', 'tsx', ...args] as const
const kit = (...args: string[]) => node('tooling/kit/src/kit.ts', ...args)
const test = (...args: string[]) => node('tooling/launcher/src/commands/test.ts', ...args)

const tsc = (folder: string) => ['node_modules/.bin/tsc', '--project', folder] as const

/** Runs a command on the files that the last commit added or changed. */
const onChanged = (command: string) =>
  ['sh', '-c', `git diff --name-only --diff-filter=d HEAD~1 | xargs ${command}`] as const

export function installing(): Check {
  const [pnpm, args] = pnpmCommand('install', '--prefer-offline', '--frozen-lockfile')
  return { label: 'Install', command: [pnpm, ...args] }
}

export function adding(name: string): Check {
  return { label: 'kit new-domain', command: kit(...newDomainNamed(name)) }
}

/**
 * Attacks that the domain's own code must block. The others target what every endpoint shares, which the suite covers.
 */
const kinds = ['allowed', 'role', 'tenant', 'shape', 'values', 'limit', 'race', 'state']

/** What has to pass with the domain: its own tests, those that look at every domain, and the attacks on what it adds. */
export function checksOf(name: string): Check[] {
  const one = pluralize.singular(name)
  const actions = [one, name].map((word) => spellings(word).pascal).join('|')
  const attacks = String.raw`(?:${actions})Action (?:${kinds.join('|')}): |pages\.spec.*${one}|coverage\.spec`
  return [
    {
      label: 'Format',
      command: onChanged('node_modules/.bin/oxfmt --check --no-error-on-unmatched-pattern'),
    },
    { label: 'Lint', command: onChanged('node_modules/.bin/oxlint') },
    { label: 'App types', command: tsc('apps/web') },
    { label: 'Database types', command: tsc('packages/db') },
    { label: 'Unit tests', command: test('unit', name, 'tenancy/catalog', 'migrations/generate') },
    // Without the extra data of the suite's own build, which no attack on the domain needs.
    { label: 'Build', command: ['env', 'BUILD_CACHE=off', ...node('packages/server/src/build.ts')] },
    { label: 'Attacks', command: test('--built', '--app-only', 'attacks', '--grep', attacks) },
    { label: 'Build audit', command: ['node', 'proof/action-audit/bin/action-audit.js', '--with-build'] },
  ]
}

/** Removes the domain. Afterward, the tree is the same as before. */
export function removing(name: string, start: string): Check[] {
  return [
    { label: 'kit remove-domain', command: kit('remove-domain', name) },
    {
      label: 'No leftovers',
      command: ['sh', '-c', `git add --all && git diff --cached --exit-code ${start}`],
    },
  ]
}
