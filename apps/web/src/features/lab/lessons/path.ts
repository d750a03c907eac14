import { extras } from './extra/extras'
import { lessons } from './lessons'

/** A page of the lab that a visitor walks through. */
export interface Stop {
  href: string
  title: string
}

export const QUESTIONS: Stop = { href: '/lab/questions', title: 'Ten questions' }

/** All of them in order. */
const path: readonly Stop[] = [
  ...lessons.map(({ slug, title }) => ({ href: `/lab/${slug}`, title })),
  ...extras.map(({ slug, title }) => ({ href: `/lab/challenges/${slug}`, title })),
  QUESTIONS,
]

/** The lessons of the core path, which ends with the questions. */
export const coreLessons = lessons.filter(({ kind }) => kind === 'vulnerability')

/** Whether this is the last lesson of the core path. */
export const endsCore = (href: string): boolean => href === `/lab/${coreLessons.at(-1)?.slug}`

/** The stops before and after a page. */
export function neighborsOf(href: string): { previous?: Stop; next?: Stop } {
  const place = path.findIndex((stop) => stop.href === href)
  return { previous: path[place - 1], next: path[place + 1] }
}
