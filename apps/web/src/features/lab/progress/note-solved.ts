import 'server-only'

import type { Solved } from './steps'
import { readSolved, writeSolved } from './progress-cookie'

/** Adds a step to what this visitor has solved. */
export async function noteSolved(step: Solved): Promise<void> {
  const solved = await readSolved()
  if (!solved.includes(step)) await writeSolved([...solved, step])
}
