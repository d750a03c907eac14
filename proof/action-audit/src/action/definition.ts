import type { Access, Duty } from '../config/config'
import type { Value } from '../project/value'
import type { FunctionNode } from '../syntax/node'

/** One link of a chain: `.use(…)`, `.inputSchema(…)`, `.action(…)`. */
export interface Step {
  method: string
  args: readonly Value[]
  /** What a known middleware in it sees to. */
  duty?: Duty
  /** What the middleware was made with, as in `withMinRole('owner')`. */
  made?: readonly Value[]
}

export interface Client {
  name: string
  access: Access
  /** The policy that all of its actions are limited by. */
  limit?: string
  /** `limit` is configured, but the definition of the client was read and does not name it. */
  limitMissing?: true
}

export interface Handler extends Value {
  node: FunctionNode
}

/** Where the caller's input is in the parameters of a handler: the parameter, and the member of it. */
export type InputPlace = { index: number; path: readonly string[] } | 'everywhere'

/** What the source says of one action. */
export interface Definition {
  /** Built from a client, made by a wrapper, or a bare function. */
  form: 'chain' | 'wrapper' | 'function'
  client?: Client
  /** Where the client is made, if that can be read. */
  base?: Value
  /** Says that it makes an action, and is no client that the configuration knows. */
  stranger?: string
  steps: readonly Step[]
  /** Its name in log and audit. */
  metadata?: Value
  inputSchema?: Value
  outputSchema?: Value
  handler?: Handler
  /** The handler is there and cannot be read. */
  handlerUnread?: string
  input: InputPlace
}

export type Reading = { definition: Definition } | { unread: string }
