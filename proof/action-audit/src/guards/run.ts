import type { Node } from 'oxc-parser'
import type { Settings } from '../config/load-config'
import type { Project } from '../project/project'
import type { SourceModule } from '../syntax/source-module'
import type { Abstract } from './abstract'
import type { State } from './state'
import type { Use } from '../calls/use'

/** A location in the code. */
export interface Site {
  module: SourceModule
  node: Node
}

/** A call, as seen by the callee. */
export interface Call {
  run: Run
  state: State
  site: Site
  args: readonly Abstract[]
}

/** A function that could not be analyzed. */
export interface Unread extends Site {
  name: string
  reason: string
}

/** The state of one endpoint's analysis, and the functions that analyze its parts. */
export interface Run {
  readonly project: Project
  readonly settings: Settings
  readonly uses: Use[]
  readonly unread: Unread[]
  /** The queries that were continued after they were recorded. */
  readonly continued: Use[]
  /** Above zero during module initialization, whose effects happen once, before any call. */
  quiet: number
  /** The lowest position in the call stack that kept a call from being followed. */
  cutFrom: number
  /** The remaining analysis budget. */
  budget: number
  /** The call stack, innermost last. */
  readonly stack: Node[]
  evaluate(node: Node, state: State, module: SourceModule): Abstract
  member(owner: Abstract, key: string, at: Site & { state: State; optional: boolean }): Abstract
  call(callee: Abstract, call: Omit<Call, 'run'>): Abstract
  bind(pattern: Node, value: Abstract, state: State, module: SourceModule): void
  execute(body: readonly Node[], state: State, module: SourceModule): Exit[]
  exported(module: SourceModule, name: string): Abstract
  imported(module: SourceModule, source: string, name: string): Abstract
}

/** An exit of a function body. */
export interface Exit {
  kind: 'return' | 'throw' | 'end'
  value: Abstract
  state: State
  node: Node | undefined
}
