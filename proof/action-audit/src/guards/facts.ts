import type { Node } from 'oxc-parser'
import type { SourceModule } from '../syntax/source-module'

/** What an endpoint can be asked about. */
export const columns = ['authentication', 'authorization', 'validation', 'limits'] as const
export type Column = (typeof columns)[number]

/** How sure it is: read in the source, said by the configuration, or hidden in code that is not read. */
export type Grade = 'proven' | 'declared' | 'unread'

/** Something that holds from here on, because otherwise the code would not have come this far. */
export interface Fact {
  column: Column
  grade: Grade
  module: SourceModule
  node: Node
  /** What does it: `auth() from "@/auth"`. */
  note: string
  /** The parts of the input that it was asked about; about the caller in general, without. */
  about?: ReadonlySet<string>
}

export type Facts = ReadonlyMap<Column, Fact>

export const noFacts: Facts = new Map()

const rank: Readonly<Record<Grade, number>> = { unread: 0, declared: 1, proven: 2 }

/** Both hold; of two about the same, the surer one. */
export function bothFacts(left: Facts, right: Facts | undefined): Facts {
  if (!right || right.size === 0 || left === right) return left
  if (left.size === 0) return right
  const all = new Map(left)
  for (const [column, fact] of right) {
    const known = all.get(column)
    if (!known || rank[known.grade] < rank[fact.grade]) all.set(column, fact)
    else if (known !== fact && rank[known.grade] === rank[fact.grade] && known.about)
      all.set(column, fact.about ? { ...known, about: new Set([...known.about, ...fact.about]) } : fact)
  }
  return all
}

/** What holds whichever way the code came; as sure as the least sure way. */
export function commonFacts(ways: readonly Facts[]): Facts {
  const [first, ...others] = ways
  if (!first || others.every((each) => each === first)) return first ?? noFacts
  const common = new Map<Column, Fact>()
  for (const [column, fact] of first) {
    const same = others.map((each) => each.get(column))
    if (same.includes(undefined)) continue
    const least = [fact, ...same].reduce((low, each) =>
      low && each && rank[each.grade] < rank[low.grade] ? each : low,
    )
    if (least) common.set(column, narrowest(least, [fact, ...same]))
  }
  return common
}

/** Where the ways were asked about different things, what all of them were asked about. */
function narrowest(least: Fact, all: readonly (Fact | undefined)[]): Fact {
  const asked = all.flatMap((each) => (each?.about ? [each.about] : []))
  const [first, ...others] = asked
  if (!first) return least
  return { ...least, about: new Set([...first].filter((each) => others.every((other) => other.has(each)))) }
}

export function factsOf(...facts: readonly Fact[]): Facts {
  return new Map(facts.map((fact) => [fact.column, fact]))
}
