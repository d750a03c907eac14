/** The parts of a lesson that can be solved, with what solving one means. */
export const partLabels = {
  attack: 'Attacked',
  find: 'Found',
  fix: 'Fixed',
} as const

export type Part = keyof typeof partLabels

/** A lesson's parts in order. */
export const parts: readonly Part[] = ['attack', 'find', 'fix']

/** A solved part of a lesson, with what solved it (the line, or the chain and its statuses), or an answered question. */
export type Solved = `${string}.${'attack' | 'answer'}` | `${string}.${'find' | 'fix'}.${string}`

/** Whether a part or question, such as `no-role.find`, is solved. */
export const isSolved = (solved: readonly string[], step: string): boolean =>
  solved.some((each) => each === step || each.startsWith(`${step}.`))

/** What solved a part: the line, or the chain and its statuses. */
export const solutionOf = (solved: readonly string[], step: string): string | undefined =>
  solved.find((each) => each.startsWith(`${step}.`))?.slice(step.length + 1)
