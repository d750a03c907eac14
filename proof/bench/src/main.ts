import startTestPostgres from '@kit/db/testing/vitest-global-setup'
import { launch } from '@kit/launcher/launch'
import { print, progress } from '@kit/launcher/progress'
import type { Scope } from '@kit/launcher/scope'
import { failureText } from '@kit/server/refusal'
import { Argument, Command, InvalidArgumentError } from 'commander'
import { Bench } from './bench'
import type { BenchOptions } from './bench'
import { measurements, onDemand } from './measurements/all'
import { keepsLimit } from './numbers/figure'
import type { Figure } from './numbers/figure'
import { table } from './numbers/table'

const known = { ...measurements, ...onDemand }
const names = Object.keys(known)

const command = new Command('pnpm bench')
  .description('Compare the production build with a bare Next app on the same machine.')
  .addArgument(new Argument('[measurements...]', 'what to measure').choices(names))
  .option('--rounds <number>', 'rounds per load', count, 5)
  .option('--seconds <number>', 'seconds per app and round', count, 5)
  .option('--requests <number>', 'requests in the memory measurement', count, 20_000)
  .option('--reuse', 'reuse existing builds', false)
  .option('--check', 'fail when a figure exceeds its limit', false)

function count(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new InvalidArgumentError('Use a positive whole number.')
}

/** `pnpm bench`: runs all measurements, or the named ones. */
async function bench(scope: Scope): Promise<number> {
  command.parse()
  const { check, ...options } = command.opts<BenchOptions & { check: boolean }>()
  const chosen =
    command.args.length > 0 ? names.filter((name) => command.args.includes(name)) : Object.keys(measurements)
  await progress('Starting a throwaway PostgreSQL', () =>
    scope.acquire(startTestPostgres, (stop) => stop?.()),
  )
  const shared = new Bench(scope, options)
  const figures: Figure[] = []
  let failed = 0
  for (const name of chosen) {
    try {
      const measured = await progress(`Measuring ${name}`, async () => known[name]?.(shared) ?? [])
      figures.push(...measured)
    } catch (error) {
      // The other measurements still run.
      failed += 1
      print(`${failureText(error)}\n`)
    }
  }
  if (figures.length > 0) print(`\n${table(figures)}`)
  const exceeded = figures.filter((figure) => !keepsLimit(figure)).length
  if (exceeded > 0) print(`\n${exceeded} of ${figures.length} figures exceed their limit.\n`)
  return failed > 0 || (check && exceeded > 0) ? 1 : 0
}

await launch(bench, (signal) => (signal === 'SIGINT' ? 130 : 143))
