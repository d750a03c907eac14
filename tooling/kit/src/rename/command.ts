import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { root, state } from '@kit/launcher/paths'
import { print } from '@kit/launcher/progress'
import { Refusal } from '@kit/server/refusal'
import { runCommand, type RunOptions } from '../command/run-command'
import { rename } from './rename'

/** `pnpm kit rename "Your Product" your-product` */
export function renameCommand(): Command {
  return new Command('rename')
    .description('Rename the product everywhere.')
    .argument('<name>', 'display name, such as "Your Product"')
    .argument('<slug>', 'short name, such as your-product')
    .addHelpText(
      'after',
      '\nThe database roles change too: the local database starts empty under the new name.\nLICENSE and CHANGELOG stay.',
    )
    .action(async (name: string, slug: string, options: RunOptions) => {
      if (!options.dryRun && existsSync(join(state, 'dev.json'))) {
        throw new Refusal('"pnpm dev" is running or was killed. Start and stop it once, then try again.')
      }
      await runCommand((tree) => rename(tree, { name, slug }), options)
      if (options.dryRun) return
      forgetState()
    })
}

/** Git would not ignore it under the new name, and its database has the old roles. */
function forgetState(): void {
  if (!existsSync(state) || state === root) return
  rmSync(state, { recursive: true, force: true })
  print(`Deleted the old local database in ${state}.\n`)
}
