import type { Definition, Step } from '../../action/definition'
import type { Endpoint } from '../../action/endpoints'
import { actionName } from '../../action/read-definition'
import type { Sources } from '../../action/sources'
import { constantOf } from '../../project/constant'
import { follow } from '../../project/follow'
import type { Value } from '../../project/value'
import { fieldsOf } from '../../schema/fields'
import { readSchema } from '../../schema/read-schema'
import { staticKey } from '../../syntax/node'
import type { SourceModule } from '../../syntax/source-module'
import { checksIn } from './checks-in-body'
import { endpointGuards } from './endpoint-guards'
import { pathOf } from '../findings/found'
import type { InventoryEndpoint } from '../inventory'

/** An endpoint as read from the source, without its uses and attacks. */
export type Described = Omit<InventoryEndpoint, 'id' | 'usedIn' | 'attacked' | 'findings'>

/** An endpoint with its file. */
export interface Placed {
  module: SourceModule
  endpoint: Described
}

/** An endpoint of which only the location is known. */
export function unreadEndpoint(
  place: Pick<Described, 'file' | 'line' | 'exportName' | 'form'>,
  guards: Described['guards'],
): Described {
  return {
    ...place,
    name: null,
    client: null,
    access: null,
    role: null,
    permissions: {},
    resource: null,
    limits: [],
    captcha: false,
    freshSession: false,
    input: null,
    output: 'unread',
    checksInBody: [],
    guards,
  }
}

export function describeEndpoint(sources: Sources, endpoint: Endpoint): Described {
  const { module, name, node, reading } = endpoint
  const guards = endpointGuards(sources, endpoint)
  const { line } = module.position(node)
  const place = { file: pathOf(sources.settings, module.file), line, exportName: name }
  if ('unread' in reading) return unreadEndpoint({ ...place, form: 'unread' }, guards)
  const { definition } = reading
  const { form, client, steps, inputSchema, outputSchema, handler } = definition
  const has = (duty: Step['duty']) => steps.some((step) => step.duty === duty)
  return {
    ...place,
    name: actionName(sources, definition) ?? null,
    form,
    client: client?.name ?? null,
    access: client?.access ?? null,
    role: roleOf(sources, steps),
    permissions: permissionsOf(sources, steps),
    resource: resourceOf(definition),
    limits: limitsOf(sources, definition),
    captcha: has('captcha'),
    freshSession: has('freshSession'),
    input: inputSchema ? fieldsOf(readSchema(sources.project, inputSchema)) : null,
    output: outputSchema ? 'schema' : 'picked',
    checksInBody: form === 'function' && handler ? checksIn(handler.node) : [],
    guards,
  }
}

function madeBy(steps: readonly Step[], duty: Step['duty']): Value[] {
  return steps.flatMap((step) => (step.duty === duty && step.made?.[0] ? [step.made[0]] : []))
}

function roleOf({ project }: Sources, steps: readonly Step[]): string | null {
  const roles = madeBy(steps, 'role').map((value) => constantOf(project, value))
  return roles.length === 0 ? null : roles.map((role) => String(role ?? 'unread')).join(', ')
}

function permissionsOf({ project }: Sources, steps: readonly Step[]): Record<string, string[]> {
  const permissions: Record<string, string[]> = {}
  for (const value of madeBy(steps, 'permission')) {
    const found = follow(project, value)
    if (found.kind !== 'value' || found.node.type !== 'ObjectExpression') continue
    for (const property of found.node.properties) {
      if (property.type === 'SpreadElement') continue
      const verbs = constantOf(project, { ...found, node: property.value })
      const resource = staticKey(property.key, property.computed) ?? 'unread'
      permissions[resource] = Array.isArray(verbs) ? verbs.map(String) : ['unread']
    }
  }
  return permissions
}

function resourceOf({ steps }: Definition): string | null {
  const step = steps.find(({ duty }) => duty === 'resource')
  const [middleware] = step?.args ?? step?.made ?? []
  if (!step || !middleware) return null
  const [line = ''] = middleware.module.textOf(middleware.node).split('\n')
  return line
}

function limitsOf({ project }: Sources, { client, steps }: Definition): InventoryEndpoint['limits'] {
  const own = madeBy(steps, 'limit').flatMap((value) => [constantOf(project, value) ?? 'unread'].flat())
  const general = client?.limit && !client.limitMissing ? [client.limit] : []
  return [
    ...general.map((policy) => ({ policy, of: 'client' as const })),
    ...own.map((policy) => ({ policy: String(policy), of: 'action' as const })),
  ]
}
