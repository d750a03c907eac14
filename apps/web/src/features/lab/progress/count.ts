import { extras } from '../lessons/extra/extras'
import { lessons } from '../lessons/lessons'
import { coreLessons } from '../lessons/path'
import { questions } from '../questions/questions'
import { isSolved, parts } from './steps'

export interface Count {
  solved: number
  total: number
}

export interface ProgressCount {
  all: Count
  /** The core path: its lessons and the questions. */
  core: Count
  answers: Count
}

const partsOf = (list: typeof lessons) => list.flatMap(({ slug }) => parts.map((part) => `${slug}.${part}`))

/** Counts what is solved. */
export function countSolved(solved: readonly string[]): ProgressCount {
  const answers = questions.map(({ id }) => `${id}.answer`)
  const alone = extras.map(({ slug }) => `${slug}.attack`)
  const count = (steps: readonly string[]): Count => ({
    solved: steps.filter((step) => isSolved(solved, step)).length,
    total: steps.length,
  })
  return {
    all: count([...partsOf(lessons), ...alone, ...answers]),
    core: count([...partsOf(coreLessons), ...answers]),
    answers: count(answers),
  }
}
