import { accessQuestions } from './access-questions'
import type { Question } from './question'
import { trustQuestions } from './trust-questions'

/** About what the lessons teach, in their order. */
export const questions: readonly Question[] = [...accessQuestions, ...trustQuestions]

export const questionIds: readonly string[] = questions.map(({ id }) => id)
