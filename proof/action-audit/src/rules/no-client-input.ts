import type { Node } from 'oxc-parser'
import type { Sources } from '../action/sources'
import { isUnder } from '../config/load-config'
import { argumentsOf } from '../project/arguments'
import { follow } from '../project/follow'
import { originsOf, type Origin } from '../project/origin'
import type { Value } from '../project/value'
import { isFunction, walk, type FunctionNode } from '../syntax/node'
import { returnsOf } from '../syntax/returns'
import type { SourceModule } from '../syntax/source-module'
import type { Definition } from '../action/definition'
import { defineRule } from './define-rule'
import { isPlain } from './plain-schema'
import { replaced, type Repair } from './repair'
import type { Subject } from './subject'

/** The caller's raw input, before any schema. */
const unparsed: ReadonlySet<string> = new Set(['clientInput', 'bindArgsClientInputs', 'prevResult'])

/** Next to the parsed input, handlers also receive the raw input and the form state. */
export const noClientInput = defineRule({
  name: 'no-client-input',
  description: 'No handler or step of an action reads unvalidated input.',
  check(subject) {
    for (const endpoint of subject.readEndpoints) {
      const { definition, name } = endpoint
      if (definition.form !== 'chain') continue
      const given = definition.steps.flatMap(({ args }) => args)
      for (const { module, node } of given.flatMap((value) => functionsIn(subject.sources, value))) {
        for (const { at, what } of readsOf(module, node)) {
          const repair = node === definition.handler?.node && parsedInstead(subject, definition, at)
          subject.reportFor(
            endpoint,
            `"${name}" reads ${what}, which no schema has seen.`,
            { module, node: at },
            repair || undefined,
          )
        }
      }
    }
  },
})

/** `({ clientInput })` becomes `({ parsedInput: clientInput })`, which is the same value if the schema transforms nothing. */
function parsedInstead(
  { sources, module }: Subject,
  { inputSchema, input }: Definition,
  at: Node,
): Repair | undefined {
  const property = module.scopes.parentOf(at)
  const pattern = property && module.scopes.parentOf(property)
  const isNamed = property?.type === 'Property' && property.shorthand && pattern?.type === 'ObjectPattern'
  if (!inputSchema || input === 'everywhere' || !isNamed || at.type !== 'Identifier') return undefined
  if (at.name !== 'clientInput') return undefined
  return replaced(
    property,
    `${input.path[0]}: clientInput`,
    'Read the parsed input instead',
    isPlain(sources.project, inputSchema),
  )
}

interface Placed {
  module: SourceModule
  node: FunctionNode
}

/** The functions that a step runs: its argument, or the function in the middleware's definition. */
function functionsIn(sources: Sources, value: Value, depth = 0): Placed[] {
  const { project, settings } = sources
  const found = follow(project, value)
  // The gate's own clients and middleware may read it.
  if (found.kind !== 'value' || depth > 4 || isUnder(settings, found.module.file, settings.config.gate))
    return []
  const { module, node } = found
  if (isFunction(node)) return [{ module, node }]
  if (node.type !== 'CallExpression') return []
  const given = argumentsOf(found, node).flatMap((argument) => functionsIn(sources, argument, depth + 1))
  const maker = follow(project, { ...found, node: node.callee })
  if (maker.kind !== 'value' || !isFunction(maker.node)) return given
  const made = returnsOf(maker.node).flatMap((each) =>
    functionsIn(sources, { ...maker, node: each }, depth + 1),
  )
  return [...given, ...made]
}

function readsOf(module: SourceModule, fn: FunctionNode): { at: Node; what: string }[] {
  const reads: { at: Node; what: string }[] = []
  walk(fn, (node) => {
    if (node.type === 'Identifier' && node.name === 'arguments' && !module.scopes.lookup(node)) {
      reads.push({ at: node, what: '`arguments`' })
    }
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return
    if (isName(module, node)) return
    for (const origin of originsOf(module, node)) {
      const what = unparsedIn(fn, origin) ?? handedOn(module, fn, node, origin)
      if (what) reads.push({ at: node, what })
    }
  })
  return reads
}

function unparsedIn(fn: FunctionNode, { binding, path }: Origin): string | undefined {
  if (binding.parameter?.of !== fn) return undefined
  const [first] = path
  // `args['client' + 'Input']` could be any property.
  if (first === '*') return 'a computed property'
  return path.length === 1 && first !== undefined && unparsed.has(first) ? `\`${first}\`` : undefined
}

/** Passing all handler arguments on, which hides how they are used. */
function handedOn(
  module: SourceModule,
  fn: FunctionNode,
  node: Node,
  { binding, path }: Origin,
): string | undefined {
  if (binding.parameter?.of !== fn || path.length > 0 || node.type !== 'Identifier') return undefined
  const parent = module.scopes.parentOf(node)
  if (parent?.type === 'MemberExpression' && parent.object === node) return undefined
  if (parent?.type === 'VariableDeclarator' && parent.init === node) return undefined
  return 'and passes all of its arguments on'
}

/** A name that isn't a read: a property key, a member name, or a declared name. */
function isName(module: SourceModule, node: Node): boolean {
  const parent = module.scopes.parentOf(node)
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed
  if (parent?.type === 'Property' && parent.key === node && !parent.computed) return true
  const binding = module.scopes.lookup(node)
  const isDeclared = binding?.node === node
  // `({ clientInput })` reads it where it is named.
  return isDeclared && !binding.path.some((key) => unparsed.has(key))
}
