import type { Challenge } from '../../challenge/challenge'
import type { Excerpt } from '../lesson'

/** An endpoint without a lesson: only the challenge, and what was wrong. */
export interface Extra {
  slug: string
  title: string
  /** One sentence, for the list. */
  summary: string
  /** What was wrong, for those who solved it or gave up. */
  explanation: string
  /** The mistake's real code. */
  mistakeCode: Excerpt
  /** The audit's rule that finds the mistake. */
  rule: string
  challenge: Challenge
}
