import type { RawReply } from '../firing/reply'
import type { RowChange, Rows } from '../control/rows'
import type { Caller } from './callers'
import type { TargetKey } from './targets'

/** What a visitor's request did to the control group. */
export interface Evidence {
  caller: Caller
  changes: readonly RowChange[]
  /** All rows before the request. */
  rows: Rows
  replies: readonly RawReply[]
}

/** An attack to find without help. */
export interface Challenge {
  /** What to achieve, in one line. */
  goal: string
  /** Who may send the request. The form starts with the first one. */
  callers: readonly [Caller, ...Caller[]]
  /** What the request may call. The form starts with the first one. */
  targets: readonly [TargetKey, ...TargetKey[]]
  /** The arguments to start with, as JSON. */
  start: string
  /** The headers to start with, one per line. */
  headers?: string
  /** Headers that the attacker can't change. */
  fixedHeaders?: Readonly<Record<string, string>>
  /** What an attacker knows. */
  known?: readonly { label: string; value: string }[]
  hints: readonly [string, string, string]
  /** Whether the data shows that the goal is reached, however the request was written. */
  solved: (evidence: Evidence) => boolean
  /** What to try instead, if the data shows why the goal isn't reached. */
  missed?: (evidence: Evidence) => string | undefined
}

export const json = (value: unknown): string => JSON.stringify(value, null, 2)
