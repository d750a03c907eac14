import { lessons } from '../lessons/lessons'
import type { Challenge } from './challenge'

/** The challenge of this name. Undefined if there is none. */
export const challengeOf = (slug: string): Challenge | undefined =>
  lessons.find((lesson) => lesson.slug === slug)?.challenge

export const challengeSlugs: readonly string[] = lessons.map(({ slug }) => slug)
