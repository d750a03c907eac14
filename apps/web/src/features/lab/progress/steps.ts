/** The parts of a lesson that can be solved, with what solving one means. */
export const partLabels = {
  attack: 'Attacked',
  find: 'Found',
  fix: 'Fixed',
} as const

export type Part = keyof typeof partLabels

/** A lesson's parts in order. */
export const parts: readonly Part[] = ['attack', 'find', 'fix']

/** A solved part of a lesson, or an answered question. */
export type Solved = `${string}.${Part | 'answer'}`
