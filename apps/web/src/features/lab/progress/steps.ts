import type { Lesson } from '../lessons/lesson'

/** The parts of a lesson that can be solved, with what solving one means. */
export const partLabels = {
  attack: 'Attacked',
  find: 'Found',
  fix: 'Fixed',
} as const

export type Part = keyof typeof partLabels

/** A solved part of a lesson, or an answered question. */
export type Solved = `${string}.${Part | 'answer'}`

/** A lesson's parts in order. A defense has no mistake to find or fix. */
export function partsOfLesson({ find, fixes }: Pick<Lesson, 'find' | 'fixes'>): Part[] {
  return ['attack', ...(find ? ['find' as const] : []), ...(fixes ? ['fix' as const] : [])]
}
