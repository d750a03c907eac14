import { launch } from '@kit/launcher/launch'
import { print, progress } from '@kit/launcher/progress'
import { Scope } from '@kit/launcher/scope'
import { failureText } from '@kit/server/refusal'
import { Argument, Command } from 'commander'
import { ensureBuild } from './engine/ensure-build'
import type { Fault } from './engine/fault'
import { Lab } from './engine/lab'
import { Ledger } from './load/ledger'
import { type Row, table } from './engine/table'
import { faults } from './faults/all'

const command = new Command('pnpm test:faults')
  .description('Break what production depends on, under load, and check that no confirmed write is lost.')
  .addArgument(new Argument('[faults...]', 'which ones').choices(faults.map(({ name }) => name)))
  .option('--reuse', 'use the existing production build', false)

/** `pnpm test:faults`: causes every fault, or the named ones, and prints a table. */
async function test(scope: Scope): Promise<number> {
  command.parse()
  const { reuse } = command.opts<{ reuse: boolean }>()
  await ensureBuild(scope, reuse)
  const chosen = faults.filter(({ name }) => command.args.length === 0 || command.args.includes(name))
  const rows: Row[] = []
  for (const fault of chosen) {
    const row = await progress(fault.name, () => cause(scope, fault))
    for (const problem of row.ledger.verdict()) print(`${fault.name}: ${problem}\n`)
    rows.push(row)
  }
  const failed = rows.filter(({ ledger }) => ledger.verdict().length > 0).length
  print(`\n${table(rows)}\n\n${rows.length - failed} passed, ${failed} failed\n`)
  return failed > 0 ? 1 : 0
}

async function cause(parent: Scope, { name, rounds, run }: Fault): Promise<Row> {
  const ledger = new Ledger()
  const scope = await parent.acquire(
    () => new Scope(),
    (own) => own.close(),
  )
  try {
    await run(new Lab(scope), ledger, rounds)
  } catch (error) {
    // The other faults still run.
    ledger.expect(false, failureText(error))
  } finally {
    await scope.close()
  }
  return { fault: name, rounds, ledger }
}

await launch(test, (signal) => (signal === 'SIGINT' ? 130 : 143))
