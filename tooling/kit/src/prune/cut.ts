import type { Node } from 'oxc-parser'
import type { Module } from './syntax'

/** Start and end, in UTF-16 code units. */
export type Range = readonly [start: number, end: number]

/** Returns the range to cut with a node: the comments right above it, its separator, and the line if it becomes empty. */
export function rangeToCut(module: Module, node: Node): Range {
  const { source } = module
  const start = startWithComments(module, node)
  const separator = /^\s*[,|]/.exec(source.slice(node.end))
  const end = node.end + (separator?.[0].length ?? 0)
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const lineEnd = /^[ \t]*\n/.exec(source.slice(end))
  if (lineEnd && source.slice(lineStart, start).trim() === '') return [lineStart, end + lineEnd[0].length]
  // The last member of a union has its separator before it.
  const before = separator ? null : /\|\s*$/.exec(source.slice(0, start))
  return [before ? before.index : start, end]
}

function startWithComments({ source, comments }: Module, node: Node): number {
  let { start } = node
  for (const comment of comments.toReversed()) {
    if (comment.end > start) continue
    const isRightAbove = /^[ \t]*\n[ \t]*$/.test(source.slice(comment.end, start))
    const line = source.slice(source.lastIndexOf('\n', comment.start - 1) + 1, comment.start)
    if (!isRightAbove || line.trim() !== '') break
    ;({ start } = comment)
  }
  return start
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
