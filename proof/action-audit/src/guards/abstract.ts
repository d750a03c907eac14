import type { Node } from 'oxc-parser'
import type { Binding } from '../syntax/scopes'
import type { FunctionNode } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { bothFacts, commonFacts, noFacts, type Facts } from './facts'
import type { Call } from './run'
import type { Use } from '../calls/use'

/** The origins of a value, as a bit set. */
export const INPUT = 1
/** The caller's input, after a schema. */
export const PARSED = 2
/** Read from a database. */
export const DATA = 4
/** A credential from the caller that hasn't been verified. */
export const CREDENTIAL = 8
/** The caller's identity from a session. */
export const PRINCIPAL = 16
/** A secret of the server. */
export const SECRET = 32
/** A count of earlier calls. */
export const COUNTER = 64
/** Random or the current time, so the value differs on every call. */
export const FRESH = 128

/** The variables in scope. Keyed by declaration, so one map holds all scopes. */
export type Variables = Map<Binding, Abstract>

interface Common {
  labels: number
  /** The facts when it is truthy, and when it is falsy. */
  truthy?: Facts
  falsy?: Facts
  /** Reading a property throws if the value is missing. */
  fragile?: boolean
  /** If missing, it is `undefined`, as after `?.`, instead of `null`. */
  undefinedWhenMissing?: boolean
  /** The `typeof` of a value. */
  isType?: boolean
  /** It is known to exist. */
  there?: boolean
  /** The property path that led to it, such as `user.role`. */
  trail?: string
  /** Its part of the input, such as `id.0`. */
  origin?: string
  /** The query that produced it. */
  use?: Use
}

/** One possible value, with the facts on its path. */
export interface Option {
  value: Abstract
  facts: Facts
  /** The path where a check failed. */
  denied: boolean
}

/** What static analysis knows about a value. */
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
    /** A package or a module that isn't analyzed, and its members. */
    | { kind: 'external'; source: string; path: string; unread?: string | undefined }
    /** A value with modeled behavior, such as a library. */
    | {
        kind: 'host'
        name: string
        member?: ((key: string) => Abstract | undefined) | undefined
        call?: ((call: Call) => Abstract) | undefined
      }
    /** A vacuous one accepts anything, an optional one also nothing. */
    | { kind: 'schema'; vacuous: boolean; optional?: boolean }
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

/** Maximum number of alternatives to keep apart. */
const MANY = 16

/** A value with several alternatives. */
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

/** True if it certainly exists, false if it's certainly missing, undefined if unknown. */
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
      // A library result can still be missing if it carries facts about that.
      return value.truthy || value.falsy ? undefined : true
  }
}

/** The facts if a value is truthy. */
export function truthyFacts(value: Abstract): Facts {
  if (value.kind !== 'oneOf') return value.truthy ?? noFacts
  const ways = value.options.filter((option) => truthOf(option.value) !== false)
  return bothFacts(commonFacts(ways.map(whenTruthy)), value.truthy)
}

/** The facts if it is falsy. */
export function falsyFacts(value: Abstract): Facts {
  if (value.kind !== 'oneOf') return value.falsy ?? noFacts
  const ways = value.options.filter((option) => truthOf(option.value) !== true)
  return bothFacts(commonFacts(ways.map(whenFalsy)), value.falsy)
}

/** The labels of a value and everything in it. */
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
