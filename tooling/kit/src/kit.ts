import { Command } from 'commander'
import { failureText } from '@kit/server/refusal'
import { ejectCommand } from './eject/command'
import { newDomainCommand } from './new-domain/command'
import { removeDomainCommand } from './remove-domain/command'
import { renameCommand } from './rename/command'

const commands = [newDomainCommand, removeDomainCommand, renameCommand, ejectCommand]

const program = new Command('pnpm kit').description('Make this repository yours.')

for (const command of commands) {
  program.addCommand(command().option('--dry-run', 'list the changes without making them'))
}

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${failureText(error)}\n`)
  process.exitCode = 1
}
