import type { Node } from 'oxc-parser'
import type { Module } from './syntax'

/** From where to where, in UTF-16 units. */
export type Range = readonly [start: number, end: number]

/** What to take out with a node: the comments right above it and the separator after it. */
export function rangeToCut({ source, comments }: Module, node: Node): Range {
  let { start } = node
  for (const comment of comments.toReversed()) {
    if (comment.end > start) continue
    const isRightAbove = /^[ \t]*\n[ \t]*$/.test(source.slice(comment.end, start))
    const line = source.slice(source.lastIndexOf('\n', comment.start - 1) + 1, comment.start)
    if (!isRightAbove || line.trim() !== '') break
    ;({ start } = comment)
  }
  const separator = /^\s*[,|]/.exec(source.slice(node.end))
  if (separator) return [start, node.end + separator[0].length]
  // The last of a union has its separator before it.
  const before = /\|\s*$/.exec(source.slice(0, start))
  return [before ? before.index : start, node.end]
}

export function cut(source: string, ranges: readonly Range[]): string {
  let kept = ''
  let position = 0
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    if (start > position) kept += source.slice(position, start)
    position = Math.max(position, end)
  }
  return kept + source.slice(position)
}

export function isInside(node: Node, ranges: readonly Range[]): boolean {
  return ranges.some(([start, end]) => start <= node.start && node.end <= end)
}
