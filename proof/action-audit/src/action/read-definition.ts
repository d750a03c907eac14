import { argumentsOf } from '../project/arguments'
import { constantMember, constantOf } from '../project/constant'
import { isUnder } from '../config/load-config'
import { follow } from '../project/follow'
import { reasonOf } from '../project/reason'
import type { Found, Value } from '../project/value'
import { isFunction, methodCall } from '../syntax/node'
import type { Client, Definition, Handler, Reading, Step } from './definition'
import { gateName } from './gate-name'
import { readHandler } from './read-handler'
import { readWrapper } from './read-wrapper'
import { schemaInBody } from './schema-in-body'
import type { Sources } from './sources'
import { withVerifiedLimit } from './verified-limit'

/** Reads an action's definition, across constants and modules. */
export function readDefinition(sources: Sources, found: Found): Reading {
  if (found.kind !== 'value') return { unread: reasonOf(found) }
  const { node } = found
  if (isFunction(node)) {
    const handler: Handler = { ...found, node }
    const inputSchema = schemaInBody(sources, handler)
    return {
      definition: {
        form: 'function',
        steps: [],
        handler,
        input: 'everywhere',
        ...(inputSchema && { inputSchema }),
      },
    }
  }
  if (node.type !== 'CallExpression') return { unread: 'it is neither an action nor a function' }
  return readWrapper(sources, { ...found, node }) ?? readChain(sources, found)
}

function readChain(sources: Sources, found: Value): Reading {
  const { steps, base } = unwind(sources, found)
  const last = steps.at(-1)
  if (!last || !sources.settings.config.terminals.includes(last.method)) {
    return { unread: base.unread ?? 'it does not end with a configured client method that takes a handler' }
  }
  const argument = (method: string) => steps.findLast((step) => step.method === method)?.args[0]
  const metadata = argument('metadata')
  const inputSchema = argument('inputSchema') ?? argument('schema') ?? argument('input')
  const outputSchema = argument('outputSchema')
  return {
    definition: {
      form: 'chain',
      ...(base.client && { client: base.client }),
      ...(base.made && { base: base.made }),
      ...(!base.client && { stranger: base.unread ?? 'an unknown client' }),
      steps,
      ...(metadata && { metadata }),
      ...(inputSchema && { inputSchema }),
      ...(outputSchema && { outputSchema }),
      ...readHandler(sources, last.args[0]),
      input: { index: 0, path: [argument('input') ? 'input' : 'parsedInput'] },
    } satisfies Definition,
  }
}

/** Maximum chain length, which also stops circular definitions. */
const LONGEST = 200

interface Base {
  client?: Client
  made?: Value
  unread?: string
}

/** Splits a chain into its steps and client, across constants and modules. */
function unwind(sources: Sources, start: Value): { steps: Step[]; base: Base } {
  const steps: Step[] = []
  let at: Value = start
  let name = 'an expression'
  for (;;) {
    const link = methodCall(at.node)
    if (!link) return { steps, base: { unread: 'its chain does not start with a client' } }
    const args = argumentsOf(at, link.call)
    if (link.method === undefined) return { steps, base: { unread: 'its chain has a computed method name' } }
    const isMiddleware = link.method === 'use' || link.method === 'useValidated'
    steps.unshift({ method: link.method, args, ...(isMiddleware && dutyOf(sources, args[0])) })
    if (steps.length > LONGEST) return { steps, base: { unread: 'its definition is circular' } }
    const found = follow(sources.project, { ...at, node: link.object })
    const client = clientOf(sources, found)
    if (client) return { steps, base: { client, ...(found.kind === 'value' && { made: found }) } }
    if (link.object.type === 'Identifier') name = `"${link.object.name}"`
    if (found.kind !== 'value') return { steps, base: { unread: reasonOf(found) } }
    if (found.node.type !== 'CallExpression' || !methodCall(found.node)) {
      const unread = `it is built on ${name}`
      return { steps, base: { unread } }
    }
    at = found
  }
}

function clientOf(sources: Sources, found: Found): Client | undefined {
  const { clients } = sources.settings.config
  const name = gateName(sources.settings, found, Object.keys(clients)) ?? declaredIn(sources, found)
  const configured = name === undefined ? undefined : clients[name]
  if (name === undefined || !configured) return undefined
  return withVerifiedLimit(sources, { name, ...configured }, found)
}

/** A client declared in a file of actions, which the configuration names with that file. */
function declaredIn({ settings }: Sources, found: Found): string | undefined {
  if (found.kind !== 'value') return undefined
  const { module, node } = found
  const declaration = module.scopes.parentOf(node)
  if (declaration?.type !== 'VariableDeclarator' || declaration.id.type !== 'Identifier') return undefined
  const declared = declaration.id.name
  return Object.entries(settings.config.clients).find(
    ([name, { file }]) => file !== undefined && declared === name && isUnder(settings, module.file, [file]),
  )?.[0]
}

function dutyOf(sources: Sources, value: Value | undefined): Pick<Step, 'duty' | 'made'> {
  if (!value) return {}
  const { middleware } = sources.settings.config
  const found = follow(sources.project, value)
  // Middleware with arguments is called. Middleware without is passed directly.
  const bare = gateName(sources.settings, found, Object.keys(middleware))
  // Middleware created at its definition uses the arguments there. A factory that isn't called checks nothing.
  if (bare) return { duty: middleware[bare], ...(!isMade(found) && { made: [] }) }
  if (found.kind !== 'value' || found.node.type !== 'CallExpression') return {}
  const callee = follow(sources.project, { ...found, node: found.node.callee })
  const name = gateName(sources.settings, callee, Object.keys(middleware))
  return name ? { duty: middleware[name], made: argumentsOf(found, found.node) } : {}
}

function isMade(found: Found): boolean {
  return found.kind === 'value' && found.node.type === 'CallExpression'
}

/** The action's name in its metadata, if it is a constant. */
export function actionName({ project }: Sources, { metadata }: Definition): string | undefined {
  if (!metadata) return undefined
  const found = follow(project, metadata)
  if (found.kind !== 'value') return undefined
  if (found.node.type !== 'ObjectExpression') {
    const text = constantOf(project, found)
    return typeof text === 'string' ? text : undefined
  }
  const name = constantMember(project, found, 'name') ?? constantMember(project, found, 'actionName')
  return typeof name === 'string' ? name : undefined
}
