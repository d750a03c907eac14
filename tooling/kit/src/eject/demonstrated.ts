import { Refusal } from '@kit/server/refusal'
import type { Tree } from '../tree/tree'
import { isShowroom } from './showroom'

/** @throws Refusal when the showroom uses the domain to remove */
export function refuseIfDemonstrated(
  tree: Tree,
  { name, resources }: { name: string; resources: readonly string[] },
): void {
  const uses = new RegExp(
    `@kit/db/${name}/|features/${name}/|'${name}',|\\b(?:${[name, ...resources].join('|')}): \\[`,
  )
  const isUsed = tree
    .paths()
    .some((path) => /\.tsx?$/.test(path) && isShowroom(path) && uses.test(tree.read(path)))
  if (isUsed) {
    throw new Refusal(
      `The lab, the control group and the landing page demonstrate with ${name}. Run "pnpm kit eject" first, or keep ${name}.`,
    )
  }
}
