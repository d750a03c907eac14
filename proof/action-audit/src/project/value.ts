import type { Node } from 'oxc-parser'
import type { Binding } from '../syntax/scopes'
import type { SourceModule } from '../syntax/source-module'

/** What parameters stand for, while the body of a function is read for one call of it. */
export type Arguments = ReadonlyMap<Binding, Value>

/** An expression, in the file that it stands in. */
export interface Value {
  module: SourceModule
  node: Node
  given?: Arguments
}

/** One import that was followed on the way to a value. */
export interface Hop {
  source: string
  name: string
  /** Where it leads, unless that is a package. */
  file?: string
}

interface Followed {
  /** Every import on the way, the first one first. */
  hops: readonly Hop[]
}

/** What an expression was found to be. */
export type Found = Followed &
  (
    | ({ kind: 'value' } & Value)
    /** It comes from a package whose source is not read; `name` may be a path, as in `api.getSession`. */
    | { kind: 'external'; source: string; name: string }
    /** All that a module exports. */
    | { kind: 'namespace'; of: SourceModule }
    /** Nothing in the source declares it. */
    | { kind: 'global'; name: string }
    | { kind: 'parameter'; binding: Binding; module: SourceModule }
    | { kind: 'unknown'; reason: string }
  )
