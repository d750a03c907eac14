import startTestPostgres from '@kit/db/testing/vitest-global-setup'
import { launch } from '@kit/launcher/launch'
import { root } from '@kit/launcher/paths'
import { print, progress } from '@kit/launcher/progress'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from '@kit/launcher/scope'
import { setting } from '@kit/server/settings'
import { Command } from 'commander'
import { chosenBy } from './list/chosen'
import type { Mutant } from './list/mutants'
import { readActions } from './protections/actions'
import { readSignInChecks, type SignInCheck } from './protections/sign-in-checks'
import { checkByAttacks } from './run/check-actions'
import { checkPolicies } from './run/check-policies'
import { checkByTests } from './run/check-sign-in'
import { Tally } from './run/tally'

const command = new Command('pnpm test:mutants')
  .description('Remove every protection, one at a time, and expect an attack to succeed without it.')
  .argument('[names...]', 'only those of these actions or in these paths, or the policies of these tables')
  .option('--list', 'list the protections, without policies', false)

/** `pnpm test:mutants`: removes every protection, or the named ones. */
async function test(scope: Scope): Promise<number> {
  command.parse()
  const names = command.args
  const { list } = command.opts<{ list: boolean }>()
  const actions = readActions(root)
  const { mutants, checks, rest } = chosenBy(names, { actions, checks: readSignInChecks(root), root })
  if (list) {
    for (const name of rest) throw new Refusal(`There is no action "${name}".`)
    for (const line of [...mutants.map(lineOf), ...checks.map(lineOfCheck)]) print(`${line}\n`)
    return 0
  }
  // It changes the template database, which other test runs on the same server would use.
  if (setting('TEST_POSTGRES_URL'))
    throw new Refusal('TEST_POSTGRES_URL is set. Unset it: the mutants need their own PostgreSQL.')
  await progress('Starting a temporary PostgreSQL', () =>
    scope.acquire(startTestPostgres, (stop) => stop?.()),
  )
  const tally = new Tally()
  if (names.length === 0 || rest.length > 0) {
    const cluster = setting('TEST_POSTGRES_URL') ?? ''
    const isChosen = (table: string) => rest.length === 0 || rest.includes(table)
    await checkPolicies(scope, cluster, ({ table }) => isChosen(table), tally.add)
    if (tally.count === 0) throw new Refusal(`There is no action or table "${rest.join('" or "')}".`)
  }
  const protections = [...new Set(actions.flatMap((action) => action.protections))]
  const tested = checks.filter((check) => !check.explained)
  if (tested.length > 0) await checkByTests(scope, tested, tally.add)
  const fired = mutants.filter(({ explained }) => !explained)
  if (fired.length > 0) await checkByAttacks(scope, { protections, mutants: fired }, tally.add)
  const explained = mutants.length - fired.length + checks.length - tested.length
  if (explained > 0)
    print(`\n${explained} more that nothing can detect: proof/mutants/src/list/explained.ts\n`)
  return tally.close() ? 0 : 1
}

function lineOf({ id, protection, actions, explained }: Mutant): string {
  return `${id} ${protection.label} · ${actions.join(', ')}${explained ? ` · ${explained}` : ''}`
}

const lineOfCheck = ({ id, protection, explained }: SignInCheck) =>
  `${id} ${protection.label}${explained ? ` · ${explained}` : ''}`

await launch(test, (signal) => (signal === 'SIGINT' ? 130 : 143))
