import { extras } from './extra/extras'
import { lessons } from './lessons'

/** A page of the lab that a visitor walks through. */
export interface Stop {
  href: string
  title: string
}

/** All of them in order. */
const path: readonly Stop[] = [
  ...lessons.map(({ slug, title }) => ({ href: `/lab/${slug}`, title })),
  ...extras.map(({ slug, title }) => ({ href: `/lab/challenges/${slug}`, title })),
  { href: '/lab/questions', title: 'Ten questions' },
]

/** The last page of the core path. */
const END_OF_CORE = '/lab/captured-secret'

export const endsCore = (href: string): boolean => href === END_OF_CORE

/** The stops before and after a page. */
export function neighborsOf(href: string): { previous?: Stop; next?: Stop } {
  const place = path.findIndex((stop) => stop.href === href)
  return { previous: path[place - 1], next: path[place + 1] }
}
