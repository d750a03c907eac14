import { defenses } from './defenses'
import type { Lesson } from './lesson'
import { pitfalls } from './pitfalls'
import { vulnerabilities } from './vulnerabilities'

/** In reading order. */
export const lessons: readonly Lesson[] = [...vulnerabilities, ...pitfalls, ...defenses]
