import type { Node } from 'oxc-parser'
import type { Binding } from '../syntax/scopes'
import type { FunctionNode } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { bothFacts, commonFacts, noFacts, type Facts } from './facts'
import type { Call } from './run'
import type { Use } from '../calls/use'

/** Where a value comes from. It may come from several places. */
export const INPUT = 1
/** The caller's input, after a schema. */
export const PARSED = 2
/** Read from a database. */
export const DATA = 4
/** Something that the caller sends to say who they are, which nobody has checked yet. */
export const CREDENTIAL = 8
/** Who the caller is, as a session says it. */
export const PRINCIPAL = 16
/** A secret of the server. */
export const SECRET = 32
/** How often something was done. */
export const COUNTER = 64

/** The variables of a place in the code. Every declaration is a key of its own, so that one map holds all scopes. */
export type Variables = Map<Binding, Abstract>

interface Common {
  labels: number
  /** What holds when it is there, and when it is not. */
  truthy?: Facts
  falsy?: Facts
  /** Reading a member of it throws when it is not there. */
  fragile?: boolean
  /** When it is not there, it is `undefined`, as behind `?.`; a session that is not there is `null` otherwise. */
  undefinedWhenMissing?: boolean
  /** It is known to be there. */
  there?: boolean
  /** The names that led to it, as in `user.role`. */
  trail?: string
  /** The part of the input that it is, as in `id.0`. */
  origin?: string
  /** The query that it is the result of. */
  use?: Use
}

/** One of the ways in which a value may have come about. */
export interface Option {
  value: Abstract
  facts: Facts
  /** The way of a refusal: somebody was found missing. */
  denied: boolean
}

/** What is known of a value without running the code. */
export type Abstract = Common &
  (
    | { kind: 'any' }
    | { kind: 'constant'; value: string | number | bigint | boolean | null | undefined }
    | {
        kind: 'function'
        fn: FunctionNode
        module: SourceModule
        variables: Variables
        self?: Abstract | undefined
      }
    | {
        kind: 'object'
        members: Map<string, Abstract>
        rest?: Abstract | undefined
        type?: string | undefined
      }
    | { kind: 'list'; items: readonly Abstract[]; rest?: Abstract | undefined }
    | { kind: 'class'; node: Node; module: SourceModule; variables: Variables }
    /** A package, or a module of the app that is not read, and the members of it. */
    | { kind: 'external'; source: string; path: string; unread?: string | undefined }
    /** What the audit knows of a library. */
    | {
        kind: 'host'
        name: string
        member?: ((key: string) => Abstract | undefined) | undefined
        call?: ((call: Call) => Abstract) | undefined
      }
    | { kind: 'schema'; vacuous: boolean }
    | { kind: 'promise'; value: Abstract; facts: Facts; dead: boolean }
    | { kind: 'oneOf'; options: readonly Option[] }
  )

export const unknown: Abstract = { kind: 'any', labels: 0 }

export function labeled(labels: number, more: Partial<Common> = {}): Abstract {
  return { kind: 'any', labels, ...more }
}

export function constant(value: string | number | bigint | boolean | null | undefined): Abstract {
  return { kind: 'constant', labels: 0, value }
}

export function object(members: Readonly<Record<string, Abstract>>, type?: string): Abstract {
  return { kind: 'object', labels: 0, members: new Map(Object.entries(members)), type }
}

export function promise(value: Abstract, facts: Facts = noFacts, dead = false): Abstract {
  return { kind: 'promise', labels: 0, value, facts, dead }
}

export function native(name: string, call: (call: Call) => Abstract): Abstract {
  return { kind: 'host', labels: 0, name, call }
}

/** More ways than these are no longer told apart. */
const MANY = 16

/** A value that came about in one of several ways. */
export function oneOf(options: readonly Option[]): Abstract {
  const flat = options.flatMap((option): Option[] =>
    option.value.kind === 'oneOf'
      ? option.value.options.map((inner) => ({
          value: inner.value,
          facts: bothFacts(option.facts, inner.facts),
          denied: option.denied || inner.denied,
        }))
      : [option],
  )
  const [first] = flat
  if (!first) return unknown
  if (flat.length === 1 && first.facts.size === 0 && !first.denied) return first.value
  if (flat.length > MANY)
    return {
      kind: 'any',
      labels: flat.reduce((labels, { value }) => labels | labelsOf(value), 0),
      truthy: commonFacts(flat.flatMap((each) => (truthOf(each.value) === false ? [] : [whenTruthy(each)]))),
      falsy: commonFacts(flat.flatMap((each) => (truthOf(each.value) === true ? [] : [whenFalsy(each)]))),
    }
  return { kind: 'oneOf', labels: 0, options: flat }
}

function whenTruthy({ value, facts }: Option): Facts {
  return bothFacts(facts, truthyFacts(value))
}

function whenFalsy({ value, facts }: Option): Facts {
  return bothFacts(facts, falsyFacts(value))
}

/** Whether it is there for sure, missing for sure, or neither. */
export function truthOf(value: Abstract): boolean | undefined {
  if (value.there) return true
  switch (value.kind) {
    case 'constant':
      return Boolean(value.value)
    case 'any':
    case 'external':
      return undefined
    case 'oneOf': {
      const truths = value.options.map((option) => truthOf(option.value))
      return truths.every((each) => each === truths[0]) ? truths[0] : undefined
    }
    default:
      // What a library gives may be absent all the same, when it says so.
      return value.truthy || value.falsy ? undefined : true
  }
}

/** What holds when a value is there. */
export function truthyFacts(value: Abstract): Facts {
  if (value.kind !== 'oneOf') return value.truthy ?? noFacts
  const ways = value.options.filter((option) => truthOf(option.value) !== false)
  return bothFacts(commonFacts(ways.map(whenTruthy)), value.truthy)
}

/** What holds when it is not. */
export function falsyFacts(value: Abstract): Facts {
  if (value.kind !== 'oneOf') return value.falsy ?? noFacts
  const ways = value.options.filter((option) => truthOf(option.value) !== true)
  return bothFacts(commonFacts(ways.map(whenFalsy)), value.falsy)
}

/** Where a value and everything in it comes from. */
export function labelsOf(value: Abstract, depth = 0): number {
  if (depth > 6) return value.labels
  const inside = (parts: Iterable<Abstract>) => {
    let labels = value.labels
    for (const part of parts) labels |= labelsOf(part, depth + 1)
    return labels
  }
  switch (value.kind) {
    case 'object':
      return inside([...value.members.values(), ...(value.rest ? [value.rest] : [])])
    case 'list':
      return inside([...value.items, ...(value.rest ? [value.rest] : [])])
    case 'oneOf':
      return inside(value.options.map((option) => option.value))
    case 'promise':
      return inside([value.value])
    default:
      return value.labels
  }
}
