import { rangeOf } from 'action-audit/syntax/node'
import type { SourceModule } from 'action-audit/syntax/source-module'
import type { Node } from 'oxc-parser'

/**
 * `step`: a link of an action's own chain. `client`: one of the client that it is built on. `guard`: a check in a
 * middleware. `rule`: who may act on what. `bound`: what an input schema does not let in.
 */
export type Kind = 'step' | 'client' | 'guard' | 'rule' | 'bound'

/** A place of the source where one protection can be taken out, and what stands there without it. */
export interface Place {
  kind: Kind
  module: SourceModule
  node: Node
  /** Where to point at, if that is a part of the node. */
  at?: Node
  /** The expression that takes the place of the node's. */
  without: string
  /** What is taken out, for people. */
  label: string
  /** The function of ours that makes the protection, where there is one: `withRateLimit`. */
  maker?: string
  /** Whatever `without` needs at the head of the file. */
  preamble?: string
}

/** Takes no input for wrong; `inputSchema` wants a schema of zod. */
export const anything = { without: 'anything.any()', preamble: "import { z as anything } from 'zod'" }

/** A middleware that does nothing. */
export const passThrough = '(({ next }) => next())'

/** `apps/web/src/features/roles/schema.ts:8:53`: the same as long as the file is. */
export function idOf({ module, node, at = node }: Place, root: string): string {
  const { line, column } = module.position(at)
  return `${module.file.slice(root.length + 1)}:${line}:${column}`
}

/** The source of a node on one line, cut where it is long. */
export function excerpt(module: SourceModule, node: Node): string {
  const [start, end] = rangeOf(node)
  const text = module.text.slice(start, end).replaceAll(/\s+/g, ' ')
  return text.length > 70 ? `${text.slice(0, 69)}…` : text
}
