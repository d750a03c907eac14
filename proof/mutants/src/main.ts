import startTestPostgres from '@kit/db/testing/vitest-global-setup'
import { launch } from '@kit/launcher/launch'
import { root } from '@kit/launcher/paths'
import { print, progress } from '@kit/launcher/progress'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from '@kit/launcher/scope'
import { setting } from '@kit/server/settings'
import { readActions } from './protections/actions'
import { checkByAttacks } from './run/check-actions'
import { checkPolicies } from './run/check-policies'
import { mutantsOf, type Mutant } from './list/mutants'
import { Tally } from './run/tally'

/**
 * `pnpm test:mutants`: removes every protection, one at a time. With an action's name, only that action's; with a table's
 * name, only its policies. `--list` only lists the actions' protections.
 */
async function test(scope: Scope): Promise<number> {
  const options = process.argv.slice(2)
  const only = options.find((option) => !option.startsWith('--'))
  const actions = readActions(root)
  const isAction = actions.some(({ name }) => name === only)
  const mutants = only === undefined || isAction ? mutantsOf(actions, root, only) : []
  if (options.includes('--list')) {
    if (only !== undefined && !isAction) throw new Refusal(`There is no action "${only}".`)
    for (const mutant of mutants) print(`${lineOf(mutant)}\n`)
    return 0
  }
  // It changes the template database, which other test runs on the same server would use.
  if (setting('TEST_POSTGRES_URL'))
    throw new Refusal('TEST_POSTGRES_URL is set. Unset it: the mutants need their own PostgreSQL.')
  await progress('Starting a temporary PostgreSQL', () =>
    scope.acquire(startTestPostgres, (stop) => stop?.()),
  )
  const tally = new Tally()
  if (!isAction) {
    const cluster = setting('TEST_POSTGRES_URL') ?? ''
    await checkPolicies(scope, cluster, ({ table }) => table === (only ?? table), tally.add)
    if (only !== undefined && tally.count === 0) throw new Refusal(`There is no action or table "${only}".`)
  }
  const fired = mutants.filter(({ explained }) => !explained)
  if (fired.length > 0) {
    const protections = [...new Set(actions.flatMap((action) => action.protections))]
    await checkByAttacks(scope, { protections, mutants: fired }, tally.add)
  }
  const explained = mutants.length - fired.length
  if (explained > 0)
    print(`\n${explained} more that no attack can detect: proof/mutants/src/list/explained.ts\n`)
  return tally.close() ? 0 : 1
}

function lineOf({ id, protection, actions, explained }: Mutant): string {
  return `${id} ${protection.label} · ${actions.join(', ')}${explained ? ` · ${explained}` : ''}`
}

await launch(test, (signal) => (signal === 'SIGINT' ? 130 : 143))
