import type { CallExpression } from 'oxc-parser'
import type { Access, Duty } from '../config/config'
import { argumentsOf } from '../project/arguments'
import { constantMember, constantOf, type Constant } from '../project/constant'
import { follow, followMember } from '../project/follow'
import type { Project } from '../project/project'
import type { Value } from '../project/value'
import { staticKey } from '../syntax/node'
import type { Client, Reading, Step } from './definition'
import { gateName } from './gate-name'
import { readHandler } from './read-handler'
import type { Sources } from './sources'

/** The options of a wrapper, each with the duty of the equivalent middleware. */
const duties: Readonly<Record<string, Duty>> = {
  role: 'role',
  minRole: 'role',
  permission: 'permission',
  permissions: 'permission',
  resource: 'resource',
  rateLimit: 'limit',
  limit: 'limit',
  captcha: 'captcha',
  freshSession: 'freshSession',
}

/**
 * `enhanceAction(handler, { schema, auth, captcha, rateLimit })`.
 * @returns undefined if the call isn't to a wrapper
 */
export function readWrapper(sources: Sources, value: Value & { node: CallExpression }): Reading | undefined {
  const { project, settings } = sources
  const callee = follow(project, { ...value, node: value.node.callee })
  const wrapper = gateName(settings, callee, Object.keys(settings.config.wrappers))
  if (!wrapper) return undefined
  const { handler: first = 0, options: second = 1 } = settings.config.wrappers[wrapper] ?? {}
  const args = argumentsOf(value, value.node)
  const handler = args[first]
  const given = args[second]
  const options = given && follow(project, given)
  if (options && (options.kind !== 'value' || options.node.type !== 'ObjectExpression')) {
    return { unread: `the options of ${wrapper} are not an object literal at the call` }
  }
  const unclear = options?.kind === 'value' && unclearOption(project, options)
  if (unclear) return { unread: `${unclear} in the options of ${wrapper} is known only at runtime` }
  const option = (name: string): Value | undefined => {
    const found = options?.kind === 'value' ? followMember(project, options, name) : undefined
    return found?.kind === 'value' ? found : undefined
  }
  const client = clientOf(sources, wrapper, (name) => {
    const found = option(name)
    return found && constantOf(project, found)
  })
  const one = (...names: string[]) => names.map(option).find((found) => found !== undefined)
  const metadata = one('name', 'metadata')
  const inputSchema = one('schema', 'inputSchema')
  const outputSchema = option('outputSchema')
  return {
    definition: {
      form: 'wrapper',
      client,
      steps: stepsOf(option, (found) => constantOf(project, found)),
      ...(metadata && { metadata }),
      ...(inputSchema && { inputSchema }),
      ...(outputSchema && { outputSchema }),
      ...readHandler(sources, handler),
      input: { index: 0, path: [] },
    },
  }
}

/** Maximum depth of spreads. */
const DEEPEST = 20

/** The access option must be a literal, because a run-time value could disable the check. */
function unclearOption(project: Project, options: Value, depth = 0): string | undefined {
  if (depth > DEEPEST) return 'a circular spread'
  if (options.node.type !== 'ObjectExpression') return undefined
  for (const property of options.node.properties) {
    if (property.type !== 'SpreadElement') {
      if (staticKey(property.key, property.computed) === undefined) return 'a computed key'
      continue
    }
    const spread = follow(project, { ...options, node: property.argument })
    if (spread.kind !== 'value' || spread.node.type !== 'ObjectExpression') return 'a spread'
    const inside = unclearOption(project, spread, depth + 1)
    if (inside) return inside
  }
  return ['auth', 'organization', 'admin', 'captcha'].find((name) => {
    const found = followMember(project, options, name)
    const isWritten = found?.kind === 'value' && found.node.type === 'ObjectExpression'
    return found !== undefined && !isWritten && constantMember(project, options, name) === undefined
  })
}

function clientOf(
  { settings }: Sources,
  wrapper: string,
  option: (name: string) => Constant | undefined,
): Client {
  const access = accessOf(option)
  const limit = settings.config.wrappers[wrapper]?.limits?.[access]
  return { name: wrapper, access, ...(limit && { limit }) }
}

function accessOf(option: (name: string) => Constant | undefined): Access {
  if (option('organization') === true) return 'organization'
  if (option('admin') === true) return 'admin'
  // Only a literal false makes it public.
  return option('auth') === false ? 'public' : 'user'
}

function stepsOf(
  option: (name: string) => Value | undefined,
  constant: (value: Value) => Constant | undefined,
): Step[] {
  return Object.entries(duties).flatMap(([name, duty]): Step[] => {
    const value = option(name)
    const isOff = value && [false, null].some((off) => constant(value) === off)
    return value && !isOff ? [{ method: name, args: [], duty, made: [value] }] : []
  })
}
