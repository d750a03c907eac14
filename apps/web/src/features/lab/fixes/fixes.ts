import type { Caller } from '../challenge/callers'
import type { RowChange } from '../control/rows'
import type { RawReply } from '../firing/reply'

export const chains = ['A', 'B', 'C', 'D'] as const

export type Chain = (typeof chains)[number]

/** One call of a chain. */
export interface FixCall {
  as: Caller
  /** The input of an action, or the arguments of a helper. */
  args: object
  headers?: Readonly<Record<string, string>>
  /** What it calls: the chain unless given. */
  of?: 'helper'
}

/** Decides whether the call succeeded. */
type Judge = (result: { changes: readonly RowChange[]; replies: readonly RawReply[] }) => boolean

export interface FixAttack {
  /** Names the attack: who sends it, or what they do. */
  label: string
  calls: readonly FixCall[]
  /** Whether it succeeded. If not given, it succeeded if it changed a row. */
  breached?: Judge
}

/**
 * Four chains, only one of which stops every attack. They are in the control group's folder `fixes`, as `chainA` to `chainD`.
 */
export interface Fixes {
  /** The declarations to show, without the letter. */
  shows: readonly string[]
  /** A declaration that all of them use. */
  shared?: string
  /** A call that has to work. */
  rightful: FixCall
  /** Whether it worked. If not given, it worked if it changed a row. */
  works?: Judge
  attacks: readonly FixAttack[]
}
