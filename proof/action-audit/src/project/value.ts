import type { Node } from 'oxc-parser'
import type { Binding } from '../syntax/scopes'
import type { SourceModule } from '../syntax/source-module'

/** The arguments of the call whose function body is being read. */
export type Arguments = ReadonlyMap<Binding, Value>

/** An expression with its file. */
export interface Value {
  module: SourceModule
  node: Node
  given?: Arguments
}

/** One import followed to reach a value. */
export interface Hop {
  source: string
  name: string
  /** The target module, unless it is a package. */
  file?: string
}

interface Followed {
  /** Every import on the way, in order. */
  hops: readonly Hop[]
}

/** The resolution of an expression. */
export type Found = Followed &
  (
    | ({ kind: 'value' } & Value)
    /** It comes from a package, which isn't analyzed. `name` can be a path, such as `api.getSession`. */
    | { kind: 'external'; source: string; name: string }
    /** All exports of a module. */
    | { kind: 'namespace'; of: SourceModule }
    /** It isn't declared in the source. */
    | { kind: 'global'; name: string }
    | { kind: 'parameter'; binding: Binding; module: SourceModule }
    | { kind: 'unknown'; reason: string }
  )
