import { follow } from 'action-audit/project/follow'
import type { Project } from 'action-audit/project/project'
import type { Value } from 'action-audit/project/value'
import { zodName } from 'action-audit/schema/zod-name'
import { methodCall, walk } from 'action-audit/syntax/node'
import type { CallExpression, Node } from 'oxc-parser'
import { UnknownProtection } from './chain'
import { excerpt, type Protection } from './protection'

/** Methods that set a bound, and the first argument that disables it. */
const bounding: Readonly<Record<string, string>> = {
  max: 'Infinity',
  min: '0',
  regex: '/^/',
  refine: '(() => true)',
}

/** Methods that refuse nothing. */
const harmless: ReadonlySet<string> = new Set([
  'trim',
  'toLowerCase',
  'overwrite',
  'transform',
  'optional',
  'nullable',
  'or',
  'readonly',
])

/** Constructors that require a format, and their replacement that accepts any text or field. */
const shapes: Readonly<Record<string, string>> = {
  uuid: 'anything.string()',
  email: 'anything.string()',
  'iso.date': 'anything.string()',
  enum: 'anything.string()',
  literal: 'anything.string()',
}

/** Constructors of basic types, which removing the whole schema covers. */
const kinds: ReadonlySet<string> = new Set(['string', 'array', 'union', 'int', 'object', 'file'])

const importLine = "import { z as anything } from 'zod'"

/**
 * Returns each bound in a statement.
 * @throws UnknownProtection for a zod feature that this can't remove
 */
export function boundsIn(project: Project, { module, node }: Value): Protection[] {
  const protections: Protection[] = []
  walk(node, (part) => {
    if (part.type !== 'CallExpression') return
    const protection =
      constructorPlace(project, { module, node: part }) ?? methodPlace(project, { module, node: part })
    if (protection) protections.push(protection)
  })
  return protections
}

type Call = Value & { node: CallExpression }

function constructorPlace(project: Project, { module, node }: Call): Protection | undefined {
  const name = zodName(follow(project, { module, node: node.callee }))
  if (name === undefined || kinds.has(name)) return undefined
  const protection = { kind: 'bound', module } as const
  if (name === 'strictObject') {
    return {
      ...protection,
      node: node.callee,
      without: 'anything.object',
      label: 'no extra fields',
      importLine,
    }
  }
  const without = shapes[name]
  if (!without) throw new UnknownProtection({ module, node }, `z.${name}() is not known`)
  return { ...protection, node, without, label: excerpt(module, node), importLine }
}

function methodPlace(project: Project, { module, node }: Call): Protection | undefined {
  const link = methodCall(node)
  const method = link?.method
  if (!link || method === undefined || !isSchema(project, { module, node: link.object })) return undefined
  if (harmless.has(method)) return undefined
  const without = bounding[method]
  const [first] = node.arguments
  if (without === undefined || !first)
    throw new UnknownProtection({ module, node }, `.${method}() is not known`)
  return { kind: 'bound', module, node: first, without, label: `.${method}(${excerpt(module, first)})` }
}

/** Whether an expression starts with a zod constructor, directly or through our own names and functions. */
function isSchema(project: Project, value: Value, depth = 0): boolean {
  if (depth > 40) return false
  const found = follow(project, value)
  if (found.kind !== 'value' || found.node.type !== 'CallExpression') return false
  const { module, node } = found
  if (zodName(follow(project, { module, node: node.callee })) !== undefined) return true
  const link = methodCall(node)
  if (link) return isSchema(project, { module, node: link.object }, depth + 1)
  const made = follow(project, { module, node: node.callee })
  return made.kind === 'value' && returned(made.node) !== undefined
    ? isSchema(project, { module: made.module, node: returned(made.node) ?? made.node }, depth + 1)
    : false
}

/** Returns the expression that `() => z.string()` returns. */
function returned(node: Node): Node | undefined {
  return node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement'
    ? node.body
    : undefined
}
