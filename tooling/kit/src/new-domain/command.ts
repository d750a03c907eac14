import { Command } from 'commander'
import { runCommand, type RunOptions } from '../command/run-command'
import { fieldTypes } from './fields'
import { newDomain, type NewDomainOptions } from './new-domain'

/** `pnpm kit new-domain invoices --field number:text` */
export function newDomainCommand(): Command {
  return new Command('new-domain')
    .description(
      'Create a complete domain: table, migration, queries, actions, pages, permissions and tests.',
    )
    .argument('<plural>', 'plural name in lowercase with dashes, such as purchase-orders')
    .option(
      '--field <name:type>',
      `a field; repeat for more. Types: ${fieldTypes.join(', ')}, or comma-separated values`,
      (field: string, fields: string[] = []) => [...fields, field],
    )
    .option('--singular <name>', 'singular name, if irregular')
    .addHelpText(
      'after',
      '\nExample:\n  pnpm kit new-domain invoices --field number:text --field amount:money --field dueOn:date --field status:draft,sent,paid',
    )
    .action((plural: string, options: NewDomainOptions & RunOptions) =>
      runCommand((tree) => newDomain(tree, plural, options), options),
    )
}
