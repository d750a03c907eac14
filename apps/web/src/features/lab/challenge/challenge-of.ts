import { extras } from '../lessons/extra/extras'
import { lessons } from '../lessons/lessons'
import type { Challenge } from './challenge'

const all: readonly { slug: string; challenge: Challenge }[] = [...lessons, ...extras]

/** The challenge of this name. Undefined if there is none. */
export const challengeOf = (slug: string): Challenge | undefined =>
  all.find((candidate) => candidate.slug === slug)?.challenge

export const challengeSlugs: readonly string[] = all.map(({ slug }) => slug)
