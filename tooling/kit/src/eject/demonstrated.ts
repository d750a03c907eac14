import type { Command } from 'commander'
import type { Tree } from '../tree/tree'
import { eject } from './eject'
import { isShowroom } from './showroom'

/**
 * Ejects the showroom when it uses the domain that is to be removed. Returns whether it did.
 * @throws Refusal when something of the showroom would be left
 */
export function ejectIfDemonstrated(
  tree: Tree,
  { name, resources }: { name: string; resources: readonly string[] },
): boolean {
  const uses = new RegExp(
    `@kit/db/${name}/|features/${name}/|'${name}',|\\b(?:${[name, ...resources].join('|')}): \\[`,
  )
  const isUsed = tree
    .paths()
    .some((path) => /\.tsx?$/.test(path) && isShowroom(path) && uses.test(tree.read(path)))
  if (isUsed) eject(tree)
  return isUsed
}

export function explainEject(command: Command): void {
  command.addHelpText(
    'after',
    `
The lab, the control group and the landing page use one domain as their example. Removing that domain also removes them, as
"pnpm kit eject" does.`,
  )
}

export const alsoEjects = (name: string) =>
  `The lab, the control group and the landing page use ${name} as their example, so they are removed too, as with "pnpm kit eject".\n\n`
