import { ActionError } from '@kit/action-middleware'

import type { Letter, Marked } from './question'
import { questions } from './questions'

/** @throws ActionError NOT_FOUND if there is no such question */
export function markAnswer(id: string, answer: Letter): Marked {
  const question = questions.find((candidate) => candidate.id === id)
  if (!question) throw new ActionError('NOT_FOUND')
  return { right: answer === question.right, why: question.why[answer], lesson: question.lesson }
}
