import { posix } from 'node:path'
import { isLostTarget, pruneJson } from '../prune/prune-json'
import type { Tree } from '../tree/tree'

/** Removes settings from a list, each with the comments right above it. */
export function pruneSettings(text: string, isGone: (name: string) => boolean): string {
  const kept: string[] = []
  for (const line of text.split('\n')) {
    const name = /^([A-Z_]+)=/.exec(line)?.[1]
    if (name === undefined || !isGone(name)) {
      kept.push(line)
      continue
    }
    while (kept.at(-1)?.startsWith('#')) kept.pop()
  }
  return kept.join('\n').replaceAll(/\n{3,}/g, '\n\n')
}

/**
 * Removes what no longer exists from every package.json, the linter's settings, the list of settings, the guides and
 * the rules' pages.
 */
export function pruneConfigFiles(tree: Tree, isGone: (text: string) => boolean): void {
  for (const path of tree.paths()) {
    const name = posix.basename(path)
    if (name === 'package.json' || name === '.oxlintrc.json') {
      const isLost = (text: string) => isGone(text) || isLostTarget(tree, path, text)
      tree.write(path, pruneJson(path, tree.read(path), isLost))
    } else if (name === '.env.example') {
      tree.write(path, pruneSettings(tree.read(path), isGone))
    } else if (name === '.gitignore' || /^docs\/.*\.md$/.test(path)) {
      tree.write(path, withoutLines(tree.read(path), isGone))
    } else if (/^proof\/action-audit\/docs\/rules\/.*\.md$/.test(path)) {
      tree.write(path, withoutLesson(tree.read(path)))
    }
  }
}

/** Removes the last section of a rule's page, about the lesson in the lab. */
export function withoutLesson(page: string): string {
  return page.replace(/\n## Try it\n[^#]*$/, '')
}

/** Removes lines of lists and commands. Sentences stay; the check for leftovers finds them. */
function withoutLines(text: string, isGone: (text: string) => boolean): string {
  return text
    .split('\n')
    .filter((line) => !isGone(line.replace(/^apps\/web\//, '').replace(/^lab-.*/, 'lab:')))
    .join('\n')
}
