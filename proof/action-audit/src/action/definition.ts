import type { Access, Duty } from '../config/config'
import type { Value } from '../project/value'
import type { FunctionNode } from '../syntax/node'

/** One link of a chain: `.use(…)`, `.inputSchema(…)`, `.action(…)`. */
export interface Step {
  method: string
  args: readonly Value[]
  /** The duty of a configured middleware. */
  duty?: Duty
  /** The arguments of the middleware, such as `'owner'` in `withMinRole('owner')`. */
  made?: readonly Value[]
}

export interface Client {
  name: string
  access: Access
  /** The rate limit policy of all its actions. */
  limit?: string
  /** `limit` is configured, but the client's definition doesn't name it. */
  limitMissing?: true
}

export interface Handler extends Value {
  node: FunctionNode
}

/** The location of the input in a handler's parameters: parameter index and property path. */
export type InputPlace = { index: number; path: readonly string[] } | 'everywhere'

/** One action's definition, read from the source. */
export interface Definition {
  /** Built from a client, made by a wrapper, or a plain function. */
  form: 'chain' | 'wrapper' | 'function'
  client?: Client
  /** The client's definition, if it could be analyzed. */
  base?: Value
  /** It builds an action, but isn't a configured client. */
  stranger?: string
  steps: readonly Step[]
  /** Its name in logs and audit events. */
  metadata?: Value
  inputSchema?: Value
  outputSchema?: Value
  handler?: Handler
  /** Why the handler can't be analyzed. */
  handlerUnread?: string
  input: InputPlace
}

export type Reading = { definition: Definition } | { unread: string }
