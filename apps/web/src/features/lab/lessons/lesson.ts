import type { Challenge } from '../challenge/challenge'
import type { Find } from '../find/find'
import type { Fixes } from '../fixes/fixes'

/** Declarations from one file of this repository. */
export interface Excerpt {
  /** From the root of the repository. */
  file: string
  names: readonly string[]
}

export interface Lesson {
  slug: string
  title: string
  kind: 'vulnerability' | 'pitfall' | 'defense'
  /** One sentence, for the list. */
  summary: string
  /** The mistake, the attack and the fix: a paragraph each. */
  mistake: string
  attack: string
  fix: string
  /** The mistake’s real code. */
  mistakeCode: Excerpt
  /** The mistake's folder in the control group. */
  control: string
  fixCode: readonly Excerpt[]
  /** The attacked action and the attack's ID. */
  endpoint: string
  fires: string
  /** The audit's rule that finds the mistake. */
  rule: string
  /** The attack to find before the explanation. */
  challenge: Challenge
  /** The line of the mistake's code to find. */
  find: Find
  /** The chains to choose from, in the control group's folder `fixes`. */
  fixes: Fixes
}

/** A mistake of the control group. */
export const unguarded = (mistake: string, ...names: string[]) => ({
  mistakeCode: { file: `apps/unguarded/src/app/${mistake}/actions.ts`, names },
  control: mistake,
})

export const feature = (name: string, file: 'actions' | 'schema' | 'rules', ...names: string[]): Excerpt => ({
  file: `apps/web/src/features/${name}/${file}.ts`,
  names,
})

export const gate = (file: string, ...names: string[]): Excerpt => ({
  file: `packages/action-middleware/src/${file}.ts`,
  names,
})
