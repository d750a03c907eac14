import type { Definition, Step } from '../action/definition'
import { constantOf } from '../project/constant'
import { follow } from '../project/follow'
import type { Project } from '../project/project'
import { fieldsOf, type FieldSummary } from '../schema/fields'
import { readSchema } from '../schema/read-schema'
import { defineRule } from './define-rule'

/** A session says who calls, and not that they may do this to that. */
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
  // What a body asks for is forgotten in the next one; only a definition can be held against a rule.
  if (form === 'function') return 'has no authorization check'
  const has = (...duties: string[]) => steps.some(({ duty }) => duty !== undefined && duties.includes(duty))
  if (!client) return 'is not built from a configured client, so who can call it is unknown'
  switch (client.access) {
    case 'organization':
      // Membership alone: whoever may look may then change.
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

/** `withFeaturePermission({})`, `withFeaturePermission({ task: [] })`, and what only the run knows. */
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
    return verbs.includes(undefined) ? 'checks something known only at run time' : undefined
  }
  return constantOf(project, asked) === undefined ? 'checks something known only at run time' : undefined
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

/** Words for somebody's things, which a call may name by anything that is unique to them. */
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

/** An id of something, by its format or by its name. */
function namesSomething({ path, format, kind }: FieldSummary): boolean {
  if (format && idFormats.has(format)) return true
  const name = path.replaceAll('[]', '').split('.').at(-1) ?? ''
  if (kind === 'string' && owners.has(name)) return true
  return (
    name === 'id' || name === 'ids' || ['Id', 'Ids', 'ID', '_id', '_ids'].some((end) => name.endsWith(end))
  )
}
