import { rangeOf } from 'action-audit/syntax/node'
import type { SourceModule } from 'action-audit/syntax/source-module'
import type { Node } from 'oxc-parser'

/**
 * `step`: a link of an action's own chain. `client`: a link of its client. `guard`: a check in a middleware. `rule`: an
 * ownership rule. `bound`: a constraint of an input schema. `check`: one in the code of accounts.
 */
export type Kind = 'step' | 'client' | 'guard' | 'rule' | 'bound' | 'check'

/** A protection in the source, and the code that replaces it when it is removed. */
export interface Protection {
  kind: Kind
  module: SourceModule
  node: Node
  /** The part of the node to report, if not the whole. */
  at?: Node
  /** The replacement expression. */
  without: string
  /** Describes what is removed. */
  label: string
  /** Our function that creates the protection, such as `withRateLimit`. */
  maker?: string
  /** An import that `without` needs. */
  importLine?: string
}

/** A zod schema that accepts any input. */
export const anything = { without: 'anything.any()', importLine: "import { z as anything } from 'zod'" }

/** A middleware that does nothing. */
export const passThrough = '(({ next }) => next())'

/** Returns `apps/web/src/features/roles/schema.ts:8:53`, which is stable while the file is unchanged. */
export function idOf({ module, node, at = node }: Protection, root: string): string {
  const { line, column } = module.position(at)
  return `${module.file.slice(root.length + 1)}:${line}:${column}`
}

/** Returns a node's source on one line, shortened. */
export function excerpt(module: SourceModule, node: Node): string {
  const [start, end] = rangeOf(node)
  const text = module.text.slice(start, end).replaceAll(/\s+/g, ' ')
  return text.length > 70 ? `${text.slice(0, 69)}…` : text
}
