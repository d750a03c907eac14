/** The parts of a lesson that can be solved. */
export const lessonParts = ['attack'] as const

export type Part = (typeof lessonParts)[number]

/** A solved part of a lesson. */
export type Solved = `${string}.${Part}`

/** What solving it means, as a past tense. */
export const partLabels: Readonly<Record<Part, string>> = {
  attack: 'Attacked',
}
