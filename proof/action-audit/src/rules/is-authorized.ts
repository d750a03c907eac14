import type { Definition, Step } from '../action/definition'
import { constantOf } from '../project/constant'
import { follow } from '../project/follow'
import type { Project } from '../project/project'
import { fieldsOf, type FieldSummary } from '../schema/fields'
import { readSchema } from '../schema/read-schema'
import { defineRule } from './define-rule'

/** A session authenticates the caller, but doesn't authorize this action on this resource. */
export const isAuthorized = defineRule({
  name: 'is-authorized',
  description: 'Every action checks who may call it and on which resources, or uses a public client.',
  check(subject) {
    const { project } = subject.sources
    for (const endpoint of subject.readEndpoints) {
      const { definition, name } = endpoint
      for (const step of definition.steps) {
        const fault = faultOf(project, step)
        if (fault) subject.reportFor(endpoint, `A step of "${name}" ${fault}.`, step.made?.[0])
      }
      const missing = missingStep(project, definition)
      if (missing) subject.reportFor(endpoint, `"${name}" ${missing}.`)
    }
  },
})

function missingStep(project: Project, definition: Definition): string | undefined {
  const { client, steps, form } = definition
  // Checks in a handler body are easily forgotten in the next one, so only the definition counts.
  if (form === 'function') return 'has no authorization check'
  const has = (...duties: string[]) => steps.some(({ duty }) => duty !== undefined && duties.includes(duty))
  if (!client) return 'is not built from a configured client, so who can call it is unknown'
  switch (client.access) {
    case 'organization':
      // With membership alone, everyone who can read can write.
      return has('role', 'permission')
        ? undefined
        : 'checks no role or permission, so every member can call it'
    case 'user': {
      if (has('role', 'permission', 'resource')) return undefined
      const ids = idsOf(project, definition)
      if (ids.length === 0) return undefined
      return `takes ${ids.join(', ')} without an ownership check, so any signed-in user can pass any ID`
    }
    default:
      return undefined
  }
}

/** `withFeaturePermission({})`, `withFeaturePermission({ task: [] })`, and run-time values. */
function faultOf(project: Project, { duty, made }: Step): string | undefined {
  if (duty !== 'permission' && duty !== 'role') return undefined
  if (!made) return undefined
  const [asked] = made
  if (!asked) return 'checks nothing'
  const found = follow(project, asked)
  if (found.kind === 'value' && found.node.type === 'ObjectExpression') {
    const { properties } = found.node
    const verbs = properties.map((each) =>
      each.type === 'SpreadElement' ? undefined : constantOf(project, { ...found, node: each.value }),
    )
    if (verbs.every((each) => Array.isArray(each) && each.length === 0)) return 'checks nothing'
    return verbs.includes(undefined) ? 'checks something known only at runtime' : undefined
  }
  return constantOf(project, asked) === undefined ? 'checks something known only at runtime' : undefined
}

function idsOf(project: Project, { inputSchema }: Definition): string[] {
  if (!inputSchema) return []
  const fields = fieldsOf(readSchema(project, inputSchema))
  return [...new Set(fields.filter(namesSomething).map(({ path }) => `"${path}"`))]
}

const idFormats: ReadonlySet<string> = new Set([
  'uuid',
  'guid',
  'nanoid',
  'cuid',
  'cuid2',
  'ulid',
  'xid',
  'ksuid',
])

/** Names of unique keys by which a call can identify a resource. */
const owners: ReadonlySet<string> = new Set([
  'account',
  'member',
  'organization',
  'owner',
  'team',
  'tenant',
  'user',
  'workspace',
])

/** Whether a field is an ID, by its format or name. */
function namesSomething({ path, format, kind }: FieldSummary): boolean {
  if (format && idFormats.has(format)) return true
  const name = path.replaceAll('[]', '').split('.').at(-1) ?? ''
  if (kind === 'string' && owners.has(name)) return true
  return (
    name === 'id' || name === 'ids' || ['Id', 'Ids', 'ID', '_id', '_ids'].some((end) => name.endsWith(end))
  )
}
