import type { Definition, Step } from '../../action/definition'
import type { Sources } from '../../action/sources'
import type { Column } from '../../guards/facts'
import type { Verdict } from '../../guards/verdict'
import { follow } from '../../project/follow'
import type { Value } from '../../project/value'
import { readSchema } from '../../schema/read-schema'
import { isFunction, methodCall, unwrapped, walk } from '../../syntax/node'
import { pathOf } from '../findings/found'
import type { InventoryGuards } from '../inventory'

type Written = InventoryGuards['limits']

/**
 * Applies the configuration to a column that the source doesn't prove, unless the source shows that nothing is checked.
 */
export function configuredGuard(
  sources: Sources,
  definition: Definition,
  column: Column,
  verdict: Verdict,
): Written | undefined {
  if (verdict.status === 'proven') return undefined
  const { client, steps, inputSchema, form } = definition
  switch (column) {
    case 'authentication': {
      if (!client) return undefined
      if (client.access === 'public')
        return { status: 'none', reason: `${client.name} is configured as public`, needed: false }
      if (form === 'wrapper' && verdict.status === 'none') return undefined
      const empty = emptyClient(sources, definition)
      return empty ?? configured(`${client.name} requires ${client.access}`)
    }
    case 'authorization': {
      const duties = steps.filter(({ duty }) => duty && ['role', 'permission', 'resource'].includes(duty))
      const found = duties.map(
        (step) => emptyStep(sources, step) ?? configured(`${step.method}() of the chain`),
      )
      return found.find(({ status }) => status === 'declared') ?? found[0]
    }
    case 'validation':
      // Steps before the schema of a configured client, such as a limit by email, are up to the client.
      if (form === 'function' || (verdict.status === 'none' && !client)) return undefined
      if (!inputSchema || readSchema(sources.project, inputSchema).kind === 'unread') return undefined
      return {
        status: 'declared',
        at: {
          file: pathOf(sources.settings, inputSchema.module.file),
          line: inputSchema.module.position(inputSchema.node).line,
        },
        by: 'the input schema',
        needed: true,
      }
    case 'limits':
      if (client?.limit && !client.limitMissing)
        return configured(`${client.name} is limited by "${client.limit}"`)
      return steps.some(({ duty }) => duty === 'limit')
        ? configured('a step of the chain limits it')
        : undefined
  }
}

function configured(reason: string): Written {
  return { status: 'declared', reason, needed: true }
}

/** Finds a client whose middleware is fully analyzable and checks nothing. */
function emptyClient(sources: Sources, { base, client }: Definition): Written | undefined {
  if (!base || !client) return undefined
  const links = linksOf(sources, base)
  if (!links || links.some((link) => !checksNothing(sources, link))) return undefined
  return {
    status: 'none',
    reason: `the configuration says that ${client.name} requires ${client.access}, but it checks nothing`,
    refuted: true,
    needed: true,
  }
}

/** The arguments of a client's `.use()` calls, or undefined if one can't be analyzed. */
function linksOf(sources: Sources, value: Value, depth = 0): Value[] | undefined {
  const link = methodCall(unwrapped(value.node))
  if (!link || depth > 100) return []
  const argument = link.call.arguments[0]
  const own = link.method?.startsWith('use') && argument ? [{ ...value, node: argument }] : []
  const before = follow(sources.project, { ...value, node: link.object })
  if (before.kind !== 'value') return before.kind === 'external' ? own : undefined
  const earlier = linksOf(sources, before, depth + 1)
  return earlier && [...earlier, ...own]
}

function emptyStep(sources: Sources, { args, duty }: Step): Written | undefined {
  const [middleware] = args
  if (!middleware || !checksNothing(sources, middleware)) return undefined
  const name = middleware.module.textOf(middleware.node).split('\n')[0]
  return {
    status: 'none',
    reason: `the configuration calls ${name} a ${duty}, but it checks nothing`,
    refuted: true,
    needed: true,
  }
}

/** Whether a function only calls `next()`: it doesn't throw, branch or call anything else. */
function checksNothing(sources: Pick<Sources, 'project'>, value: Value, depth = 0): boolean {
  const found = follow(sources.project, value)
  if (found.kind !== 'value' || depth > 3) return false
  const { node } = found
  if (node.type === 'CallExpression') {
    const link = methodCall(node)
    const [fn] = node.arguments
    return (
      link?.method === 'define' &&
      fn !== undefined &&
      checksNothing(sources, { ...found, node: fn }, depth + 1)
    )
  }
  if (!isFunction(node)) return false
  let isEmpty = true
  walk(node, (part) => {
    if (
      part.type === 'ThrowStatement' ||
      part.type === 'IfStatement' ||
      part.type === 'ConditionalExpression'
    )
      isEmpty = false
    if (part.type !== 'CallExpression') return
    const callee = unwrapped(part.callee)
    const isNext = callee.type === 'Identifier' && callee.name === 'next'
    const isLog = found.module.textOf(callee).startsWith('console.')
    if (!isNext && !isLog) isEmpty = false
  })
  return isEmpty
}
