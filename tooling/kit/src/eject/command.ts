import { Command } from 'commander'
import { runCommand, type RunOptions } from '../command/run-command'
import { eject } from './eject'

/** `pnpm kit eject` */
export function ejectCommand(): Command {
  return new Command('eject')
    .description('Remove the showroom: the lab, the control group and the landing page about the starter.')
    .action((options: RunOptions) => runCommand(eject, options))
}
