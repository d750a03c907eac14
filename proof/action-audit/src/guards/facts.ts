import type { Node } from 'oxc-parser'
import type { SourceModule } from '../syntax/source-module'

/** The columns of the audit. */
export const columns = ['authentication', 'authorization', 'validation', 'limits'] as const
export type Column = (typeof columns)[number]

/** The subject of a fact: a column, or that values of the caller exist. */
export type Subject = Column | 'presence'

/** The certainty: proven by source, declared by the configuration, or hidden in opaque code. */
export type Grade = 'proven' | 'declared' | 'unread'

/** A fact that holds from here on, because execution would have stopped otherwise. */
export interface Fact {
  column: Subject
  grade: Grade
  module: SourceModule
  node: Node
  /** What proves it, such as `auth() from "@/auth"`. */
  note: string
  /** The input parts it concerns. Without any, it concerns the caller in general. */
  about?: ReadonlySet<string>
}

export type Facts = ReadonlyMap<Subject, Fact>

export const noFacts: Facts = new Map()

const rank: Readonly<Record<Grade, number>> = { unread: 0, declared: 1, proven: 2 }

/** Joins facts. Of two about the same subject, the more certain one wins. */
export function bothFacts(left: Facts, right: Facts | undefined): Facts {
  if (!right || right.size === 0 || left === right) return left
  if (left.size === 0) return right
  let all: Map<Subject, Fact> | undefined
  for (const [column, fact] of right) {
    const known = left.get(column)
    const joined = known ? bothOf(known, fact) : fact
    if (joined === known) continue
    all ??= new Map(left)
    all.set(column, joined)
  }
  return all ? sameAs(all, [right]) : left
}

function bothOf(known: Fact, fact: Fact): Fact {
  if (rank[known.grade] < rank[fact.grade]) return fact
  const { about } = known
  if (known === fact || rank[known.grade] > rank[fact.grade] || !about) return known
  if (!fact.about) return fact
  const isCovered = [...fact.about].every((each) => about.has(each))
  return isCovered ? known : { ...known, about: new Set([...about, ...fact.about]) }
}

/** The facts that hold on every path, with the certainty of the weakest. */
export function commonFacts(ways: readonly Facts[]): Facts {
  const [first, ...others] = ways
  if (!first || others.every((each) => each === first)) return first ?? noFacts
  const common = new Map<Subject, Fact>()
  for (const [column, fact] of first) {
    const same = others.map((each) => each.get(column))
    if (same.includes(undefined)) continue
    const least = [fact, ...same].reduce((low, each) =>
      low && each && rank[each.grade] < rank[low.grade] ? each : low,
    )
    if (least) common.set(column, narrowest(least, [fact, ...same]))
  }
  return sameAs(common, ways)
}

/** One of these that is equal, if any. Then the facts of different paths can be compared by identity. */
function sameAs(facts: Facts, others: readonly Facts[]): Facts {
  const isSame = (other: Facts) =>
    other.size === facts.size && [...facts].every(([column, fact]) => other.get(column) === fact)
  return others.find(isSame) ?? facts
}

/** The subjects that are common to all paths. */
function narrowest(least: Fact, all: readonly (Fact | undefined)[]): Fact {
  const asked = all.flatMap((each) => (each?.about ? [each.about] : []))
  const [first, ...others] = asked
  if (!first || (first === least.about && others.every((each) => each === first))) return least
  return { ...least, about: new Set([...first].filter((each) => others.every((other) => other.has(each)))) }
}

export function factsOf(...facts: readonly Fact[]): Facts {
  return new Map(facts.map((fact) => [fact.column, fact]))
}
