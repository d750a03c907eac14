import type { Node } from 'oxc-parser'
import { staticKey } from '../syntax/node'
import {
  COUNTER,
  PRINCIPAL,
  constant,
  labeled,
  labelsOf,
  oneOf,
  unknown,
  type Abstract,
} from '../guards/abstract'
import type { Fact, Facts, Subject } from '../guards/facts'
import type { Run, Site } from '../guards/run'
import { freshState, know, type State } from '../guards/state'

/** Reads a property. Reading one of a missing value throws, so afterward the value exists. */
export function member(
  run: Run,
  owner: Abstract,
  key: string,
  at: Site & { state: State; optional: boolean },
): Abstract {
  if (owner.fragile && !at.optional) know(at.state, crash(owner.truthy))
  switch (owner.kind) {
    case 'oneOf': {
      const options = owner.options.flatMap((option) => {
        const { value } = option
        const nothing = value.kind === 'constant' && (value.value === null || value.value === undefined)
        if (nothing) return at.optional ? [{ ...option, value: constant(undefined) }] : []
        return [{ ...option, value: member(run, value, key, { ...at, optional: true }) }]
      })
      if (options.length === 0) return unknown
      // `null.user` throws, so the facts of the other alternatives hold.
      if (!at.optional && options.length < owner.options.length) {
        const [first, ...others] = options
        if (first && others.length === 0) know(at.state, crash(first.facts))
      }
      return oneOf(options)
    }
    case 'object':
      return (
        owner.members.get(key) ??
        (owner.rest
          ? member(run, owner.rest, key, at)
          : owner.type
            ? (methodOf(owner, key) ?? unknown)
            : constant(undefined))
      )
    case 'list': {
      const { rest } = owner
      const ifAny = { ...(rest?.truthy && { truthy: rest.truthy }), ...(owner.use && { use: owner.use }) }
      if (key === 'length') return labeled(labelsOf(owner), ifAny)
      return owner.items[Number(key)] ?? rest ?? labeled(labelsOf(owner), ifAny)
    }
    case 'external':
      return { ...owner, path: owner.path ? `${owner.path}.${key}` : key }
    case 'host':
      return owner.member?.(key) ?? { kind: 'external', labels: owner.labels, source: owner.name, path: key }
    case 'class':
      return staticMember(run, owner, key) ?? unknown
    case 'constant':
      return owner.value === null || owner.value === undefined ? constant(undefined) : unknown
    case 'any': {
      const { labels, truthy, falsy, use, origin } = owner
      const trail = owner.trail === undefined ? key : `${owner.trail}.${key}`
      const isCount = key === 'length' || key === 'count' || key === 'rowCount' || key === 'affectedRows'
      if (labels & COUNTER) return labeled(labels)
      return {
        kind: 'any',
        labels,
        ...(labels & PRINCIPAL && { trail }),
        ...(origin !== undefined && { origin: `${origin}.${key}` }),
        ...(truthy && { truthy }),
        ...(isCount && falsy && { falsy }),
        ...(owner.fragile && { fragile: true }),
        ...((at.optional || owner.undefinedWhenMissing) && { undefinedWhenMissing: true }),
        ...(use && { use }),
      }
    }
    default:
      return unknown
  }
}

/** A crash on a missing value stops the caller, but isn't an intended guard. */
function crash(facts: Facts | undefined): Facts | undefined {
  if (!facts) return undefined
  const only = [...facts].map(([column, fact]): [Subject, Fact] => [
    column,
    { ...fact, grade: 'unread', note: 'only a crash on a missing session stops an unauthenticated caller' },
  ])
  return new Map(only)
}

type Class = Extract<Abstract, { kind: 'class' }>

function bodyOf({ node }: Class) {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression' ? node.body.body : []
}

function staticMember(run: Run, owner: Class, key: string): Abstract | undefined {
  for (const part of bodyOf(owner)) {
    if (part.type !== 'MethodDefinition' && part.type !== 'PropertyDefinition') continue
    if (!part.static || staticKey(part.key, part.computed) !== key || !part.value) continue
    if (part.type === 'MethodDefinition') return methodValue(owner, part.value, owner)
    return staticField(run, owner, part.value)
  }
  return undefined
}

/** A static field, which is made when the module loads. Arrow functions in it see the class as `this`. */
function staticField(run: Run, owner: Class, node: Node): Abstract {
  run.quiet += 1
  const value = run.evaluate(node, { ...freshState(), variables: new Map(owner.variables) }, owner.module)
  run.quiet -= 1
  return value.kind === 'function' && value.fn.type === 'ArrowFunctionExpression'
    ? { ...value, self: owner }
    : value
}

function methodValue(owner: Class, node: Node, self: Abstract): Abstract | undefined {
  if (node.type !== 'FunctionExpression') return undefined
  return { kind: 'function', labels: 0, fn: node, module: owner.module, variables: owner.variables, self }
}

/** The class of an object. */
const classes = new WeakMap<Map<string, Abstract>, Class>()

export function instanceOf(of: Class): Extract<Abstract, { kind: 'object' }> {
  const members = new Map<string, Abstract>()
  classes.set(members, of)
  const name = of.node.type === 'ClassDeclaration' ? (of.node.id?.name ?? 'class') : 'class'
  return { kind: 'object', labels: 0, members, type: name }
}

/** The class of a value, if it is one of the app. */
export function classOf(value: Abstract): Class | undefined {
  return value.kind === 'object' ? classes.get(value.members) : undefined
}

export function methodOf(self: Extract<Abstract, { kind: 'object' }>, key: string): Abstract | undefined {
  const of = classes.get(self.members)
  if (!of) return undefined
  for (const part of bodyOf(of)) {
    if (part.type !== 'MethodDefinition' || part.static || !part.value) continue
    if (staticKey(part.key, part.computed) === key) return methodValue(of, part.value, self)
  }
  return undefined
}

/** The instance fields of a class. */
export function fieldsOf(of: Class): { key: string; value: Node }[] {
  return bodyOf(of).flatMap((part) => {
    if (part.type !== 'PropertyDefinition' || part.static || !part.value) return []
    const key = staticKey(part.key, part.computed)
    return key === undefined ? [] : [{ key, value: part.value }]
  })
}
