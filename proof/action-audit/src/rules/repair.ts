import { rangeOf, type Range } from '../syntax/node'
import type { Node } from 'oxc-parser'

/** A text change that satisfies a rule. */
export interface Repair {
  /** Its description, in the imperative. */
  title: string
  range: Range
  text: string
  /** Whether behavior stays the same, so linters may apply it automatically. */
  isSafe: boolean
}

export function replaced(node: Node, text: string, title: string, isSafe: boolean): Repair {
  return { title, range: rangeOf(node), text, isSafe }
}

export function insertedAfter(node: Node, text: string, title: string): Repair {
  const [, end] = rangeOf(node)
  return { title, range: [end, end], text, isSafe: false }
}
