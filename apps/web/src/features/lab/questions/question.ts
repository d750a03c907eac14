export const letters = ['a', 'b', 'c', 'd'] as const

export type Letter = (typeof letters)[number]

export interface Question {
  id: string
  /** The lesson that teaches it. */
  lesson: string
  text: string
  answers: Readonly<Record<Letter, string>>
  right: Letter
  /** Why each answer is right or wrong. */
  why: Readonly<Record<Letter, string>>
}

/** The result of an answer. */
export interface Marked {
  right: boolean
  why: string
  /** The lesson that teaches it. */
  lesson: string
}

/** A question without its right answer, or with it once it was found. */
export interface AskedQuestion extends Pick<Question, 'id' | 'text' | 'answers'> {
  found: (Marked & { answer: Letter }) | undefined
}
