import { Command } from 'commander'
import { print } from '@kit/launcher/progress'
import { runCommand, type RunOptions } from '../command/run-command'
import { alsoEjects, ejectIfDemonstrated, explainEject } from '../eject/demonstrated'
import { findDomain } from './domain'
import { leftovers } from './leftovers'
import { removeDomain } from './remove-domain'

interface Options extends RunOptions {
  keepMigrations?: boolean
}

/** `pnpm kit remove-domain invoices` */
export function removeDomainCommand(): Command {
  const command = new Command('remove-domain')
    .description('Remove a domain: its pages, actions, tests, tables and permissions.')
    .argument('<domain>', 'the name of its folder, such as invoices')
    .option('--keep-migrations', 'add a migration that drops its tables, for databases in use')
    .addHelpText(
      'after',
      `
Without --keep-migrations, its tables are taken out of the migrations, as if they had never been there. Use that before
you deploy. A local database keeps the table until you delete it (.gatehouse/postgres).
What the audit log says about the domain stays.`,
    )
    .action(async (name: string, { keepMigrations = false, ...options }: Options) => {
      let left: string[] = []
      await runCommand((tree) => {
        if (ejectIfDemonstrated(tree, findDomain(tree, name))) print(alsoEjects(name))
        const lines = leftovers(tree, removeDomain(tree, name, keepMigrations))
        left = keepMigrations ? lines.filter((line) => !line.startsWith('  packages/db/drizzle/')) : lines
      }, options)
      if (left.length > 0)
        print(
          `\nThese lines still contain the name. Edit those that refer to the domain:\n${left.join('\n')}\n`,
        )
    })
  explainEject(command)
  return command
}
