import type { Caller } from '../challenge/callers'
import type { RowChange } from '../control/rows'
import type { RawReply } from '../firing/reply'

export const chains = ['A', 'B', 'C', 'D'] as const

export type Chain = (typeof chains)[number]

export const isChain = (text: string): text is Chain => chains.some((chain) => chain === text)

/** A call of a chain. */
interface ActionCall {
  as: Caller
  /** The input of an action, or the arguments of a helper. Can depend on the chain's page. */
  args: object | ((page: string) => Promise<object>)
  headers?: Readonly<Record<string, string>>
  /** What it calls: the chain unless given. */
  of?: 'helper'
}

/** The form of the chain's page, sent with its hidden fields. */
interface FormCall {
  as: Caller
  form: Readonly<Record<string, string>>
}

export type FixCall = ActionCall | FormCall

/** What the calls did, and the page that was visited before them. */
export interface FixEvidence {
  changes: readonly RowChange[]
  replies: readonly RawReply[]
  page: string
  /** The values in the page that the build's key decrypts. */
  decrypted: readonly string[]
}

/** Decides whether the calls succeeded. */
type Judge = (evidence: FixEvidence) => boolean

export interface FixAttack {
  /** Names the attack: who sends it, or what they do. */
  label: string
  /** Who visits the chain's page first. Signed out unless given. */
  visitor?: Caller
  calls: readonly FixCall[]
  /** Whether it succeeded. If not given, it succeeded if it changed a row. */
  breached?: Judge
}

/**
 * Four chains, only one of which stops every attack. They are in the control group's folder `fixes`, as `chainA` to `chainD`
 * in its actions, or as `VersionA` to `VersionD` in its page.
 */
export interface Fixes {
  /** The declarations to show, without the letter. */
  shows: readonly string[]
  /** The file that has them: the actions unless given. */
  file?: 'actions.ts' | 'page.tsx'
  /** Declarations of the actions' file that they use. */
  shared?: readonly string[]
  /** Declarations that they use from the control group's folder `chain`, by file. */
  uses?: readonly (readonly [file: string, ...names: string[]])[]
  /** A call that has to work. Its sender visits the page first. */
  rightful: FixCall
  /** Whether it worked. If not given, it worked if it changed a row. */
  works?: Judge
  attacks: readonly FixAttack[]
  /** Why each chain holds, or what it misses: a sentence each. */
  reasons: Readonly<Record<Chain, string>>
}

/** What the choices are called. */
export const nounOf = ({ file }: Fixes): 'Version' | 'Chain' => (file === 'page.tsx' ? 'Version' : 'Chain')
