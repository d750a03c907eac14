import 'server-only'

import { readSolved, writeSolved } from './progress-cookie'
import { isSolved, type Solved } from './steps'

/** Adds a step to what this visitor has solved. If it was solved before, the last solution counts. */
export async function noteSolved(step: Solved): Promise<void> {
  const solved = await readSolved()
  if (solved.includes(step)) return
  const [slug, part] = step.split('.')
  await writeSolved([...solved.filter((each) => !isSolved([each], `${slug}.${part}`)), step])
}
