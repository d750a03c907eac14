import type { Node } from 'oxc-parser'
import type { SourceModule } from '../syntax/source-module'
import type { Facts } from '../guards/facts'

export type UseKind = 'write' | 'create' | 'read' | 'mail' | 'request' | 'cookie' | 'file' | 'call'

/** A side effect or database read, with the facts established before it. */
export interface Use {
  kind: UseKind
  module: SourceModule
  node: Node
  /** `db.post.delete`. */
  name: string
  facts: Facts
  /** Labels of its arguments. */
  labels: number
  /** Raw input among its arguments. */
  raw: boolean
  /** Raw input decides what is written. */
  open: boolean
  /** The condition includes the owner or tenant from the session. */
  owner: boolean
  /** Only the caller's own record. */
  profile: boolean
  /** Labels of its conditions. */
  where: number
  /** The input parts in its conditions. */
  about: ReadonlySet<string>
  /** The shape of its result: one row, a list of rows, or an object with `data` and `error`. */
  shape: 'row' | 'rows' | 'answer'
  /** Whether a `data` and `error` result has one row. */
  single: boolean
  /** Whether its result counts earlier calls. */
  counts: boolean
  /** How often it was continued, such as by another condition. */
  changes: number
}
