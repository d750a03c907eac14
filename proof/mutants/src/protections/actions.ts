import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Project } from 'action-audit/project/project'
import { exportsOf } from 'action-audit/syntax/exports'
import type { Value } from 'action-audit/project/value'
import { boundsIn } from './bounds'
import { linksOf, optionOf, UnknownProtection, type Link } from './chain'
import { guardsIn, answersNo, throws } from './guards'
import { exclusiveScope } from './exclusive-scope'
import type { Protection } from './protection'
import { reachedFrom } from './reachable'
import { rulesIn } from './rules'
import { schemaIn, stepsOf } from './steps'
import { clientOfWrapper, isWrapper, wrapperSteps } from './wrapper'

/** An action with its protections. */
export interface ProtectedAction {
  name: string
  /** Relative to the repository root. */
  file: string
  protections: Protection[]
}

/** Contains the checks that every call goes through. */
const GATE = 'packages/action-middleware/src/'
const SESSION = 'packages/auth/src/session/session.ts'
const IN_FORCE = 'packages/auth/src/session/in-force.ts'
/** Two people decide here, which no client of the gate can check. */
const TWO_PEOPLE = 'packages/db/src/two-factor-reset/'

/**
 * Returns every export of the app's `actions.ts` files with its protections. Shared protections are the same object.
 * @throws UnknownProtection when part of an action can't be analyzed
 */
export function readActions(root: string, project = new Project()): ProtectedAction[] {
  const folder = join(root, 'apps/web/src/features')
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name, 'actions.ts'))
    .toSorted()
  const known = new Map<string, Protection>()
  const once = (protection: Protection) => {
    const [start, end] = [(protection.at ?? protection.node).start, protection.node.end]
    const key = `${protection.module.file}:${start}:${end}:${protection.kind}:${protection.without}`
    const first = known.get(key) ?? protection
    known.set(key, first)
    return first
  }
  return files.flatMap((file) => {
    const source = project.load(file)
    if (!source) return []
    return exportsOf(source).map(({ name, node, value }) => {
      if (!value) throw new UnknownProtection({ module: source, node }, `${name} is defined elsewhere`)
      const protections = new Set(protectionsOf(project, { module: source, node: value }, root).map(once))
      return { name, file: file.slice(root.length + 1), protections: [...protections] }
    })
  })
}

function protectionsOf(project: Project, value: Value, root: string): Protection[] {
  const { module, node } = value
  const wrapped = isWrapper(node) ? { module, node } : undefined
  const links = wrapped ? [] : linksOf(project, value)
  // Links in the action's file are its own; links in other files belong to the client.
  const own = wrapped ? wrapperSteps(wrapped) : stepsOf(project, links.filter(isIn(module.file)), 'step')
  const client = wrapped ? clientOfWrapper(project, wrapped) : links.filter((link) => link.module !== module)
  const reached = reachedFrom(project, value)
  const isUnder = (protection: string) => (other: Value) =>
    other.module.file.startsWith(join(root, protection))
  return [
    ...own,
    ...stepsOf(project, client, 'client'),
    ...[GATE, TWO_PEOPLE].flatMap((folder) =>
      reached.filter(isUnder(folder)).flatMap((each) => guardsIn(each, 'guard', throws)),
    ),
    ...reached.filter(isUnder(GATE)).flatMap((each) => exclusiveScope(each)),
    ...[SESSION, IN_FORCE].flatMap((file) =>
      reached.filter(isUnder(file)).flatMap((each) => guardsIn(each, 'guard', answersNo)),
    ),
    ...reached.flatMap((each) => rulesIn(project, each)),
    ...schemasOf(links, wrapped).flatMap((schema) =>
      reachedFrom(project, schema).flatMap((each) => boundsIn(project, each)),
    ),
  ]
}

const isIn = (file: string) => (link: Link) => link.module.file === file

function schemasOf(links: readonly Link[], wrapped: Value | undefined): Value[] {
  if (wrapped) {
    const options = wrapped.node.type === 'CallExpression' ? wrapped.node.arguments[1] : undefined
    const node = optionOf(options, 'schema')
    return node ? [{ ...wrapped, node }] : []
  }
  return links.flatMap(({ module, method, node }) => {
    const [first] = node.arguments
    return method === 'inputSchema' && first ? [{ module, node: schemaIn(first) }] : []
  })
}
