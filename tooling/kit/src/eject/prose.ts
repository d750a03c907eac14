import type { Tree } from '../tree/tree'
import { prose } from './showroom'

/** Removes the list items, table rows and paragraphs about the showroom from the documents. */
export function pruneProse(tree: Tree): void {
  for (const path of tree.paths()) {
    if (/^(?:docs\/.*|SECURITY|AGENTS)\.md$/.test(path)) {
      tree.write(
        path,
        withoutBlocks(tree.read(path), (block) => prose.test(block)),
      )
    }
  }
}

/** A Markdown text without some of its list items, table rows and paragraphs. A code block is never removed. */
export function withoutBlocks(text: string, isGone: (block: string) => boolean): string {
  const kept = blocksOf(text).filter((block) => !isGone(block) || block.startsWith('```'))
  const pruned = kept.join('\n').replaceAll(/\n{3,}/g, '\n\n')
  return kept.length === blocksOf(text).length ? text : pruned
}

/**
 * Splits a text into table rows, list items, paragraphs, code blocks and empty lines. Joined by line feeds, they are
 * the text.
 */
function blocksOf(text: string): string[] {
  const blocks: string[] = []
  let isOpen = false
  let isCode = false
  for (const line of text.split('\n')) {
    const isFence = line.trimStart().startsWith('```')
    const begins = isFence || line === '' || /^\s*(?:[-*|#]|\d+\.) ?/.test(line)
    if (isCode || (isOpen && !begins)) blocks.push(`${blocks.pop()}\n${line}`)
    else blocks.push(line)
    if (isFence) isCode = !isCode
    isOpen = line !== '' && !(isFence && !isCode) && !/^\s*[|#]/.test(line)
  }
  return blocks
}
