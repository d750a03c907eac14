import type { Node } from 'oxc-parser'
import type { SourceModule } from '../syntax/source-module'
import type { Facts } from '../guards/facts'

export type UseKind = 'write' | 'create' | 'read' | 'mail' | 'request' | 'cookie' | 'file' | 'call'

/** Something that the code does to the world, or reads from the database, and what held by then. */
export interface Use {
  kind: UseKind
  module: SourceModule
  node: Node
  /** `db.post.delete`. */
  name: string
  facts: Facts
  /** What went into it. */
  labels: number
  /** What went into it as the caller sent it. */
  raw: boolean
  /** The owner or the tenant is a part of the condition, as the session says it. */
  owner: boolean
  /** Only the caller's own record. */
  profile: boolean
  /** What its conditions are made from. */
  where: number
  /** The parts of the input that its conditions are made from. */
  about: ReadonlySet<string>
  /** How the result comes: one row, a list of them, or an answer with `data` and `error`. */
  shape: 'row' | 'rows' | 'answer'
  /** Of an answer: it has one row. */
  single: boolean
  /** What it gives says how often something was done. */
  counts: boolean
}
