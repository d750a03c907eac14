import type { Node } from 'oxc-parser'
import type { Settings } from '../config/load-config'
import type { Project } from '../project/project'
import type { SourceModule } from '../syntax/source-module'
import type { Abstract } from './abstract'
import type { State } from './state'
import type { Use } from '../calls/use'

/** A place in the code. */
export interface Site {
  module: SourceModule
  node: Node
}

/** A call as what is called gets to see it. */
export interface Call {
  run: Run
  state: State
  site: Site
  args: readonly Abstract[]
}

/** A function that could not be read. */
export interface Unread extends Site {
  name: string
  reason: string
}

/** One reading of one endpoint. Its parts call one another through it. */
export interface Run {
  readonly project: Project
  readonly settings: Settings
  readonly uses: Use[]
  readonly unread: Unread[]
  /** Above zero while a module is being set up: what happens then happens once, before anybody calls. */
  quiet: number
  /** How often a call was not followed, because it was too deep or calls itself. */
  cuts: number
  /** What is left of the work that one endpoint may cost. */
  budget: number
  /** The functions that are being read, the innermost last. */
  readonly stack: Node[]
  evaluate(node: Node, state: State, module: SourceModule): Abstract
  member(owner: Abstract, key: string, at: Site & { state: State; optional: boolean }): Abstract
  call(callee: Abstract, call: Omit<Call, 'run'>): Abstract
  bind(pattern: Node, value: Abstract, state: State, module: SourceModule): void
  execute(body: readonly Node[], state: State, module: SourceModule): Exit[]
  exported(module: SourceModule, name: string): Abstract
  imported(module: SourceModule, source: string, name: string): Abstract
}

/** A way out of a body. */
export interface Exit {
  kind: 'return' | 'throw' | 'end'
  value: Abstract
  state: State
  node: Node | undefined
}
