import { rangeOf, type Range } from '../syntax/node'
import type { Node } from 'oxc-parser'

/** A change of the text that keeps a rule. */
export interface Repair {
  /** What it does, in the imperative. */
  title: string
  range: Range
  text: string
  /** Whatever worked before works the same: linters may apply it unasked. */
  isSafe: boolean
}

export function replaced(node: Node, text: string, title: string, isSafe: boolean): Repair {
  return { title, range: rangeOf(node), text, isSafe }
}

export function addedBehind(node: Node, text: string, title: string): Repair {
  const [, end] = rangeOf(node)
  return { title, range: [end, end], text, isSafe: false }
}
