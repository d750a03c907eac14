export const letters = ['a', 'b', 'c', 'd'] as const

export type Letter = (typeof letters)[number]

export interface Question {
  id: string
  text: string
  answers: Readonly<Record<Letter, string>>
  right: Letter
  /** Why it's right, and why the others aren't. */
  why: string
}

/** The result of an answer. */
export interface Marked {
  right: boolean
  why: string
}
