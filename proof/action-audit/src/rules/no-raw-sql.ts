import type { Node } from 'oxc-parser'
import { constantOf } from '../project/constant'
import type { Project } from '../project/project'
import type { Value } from '../project/value'
import { memberPathOf, namesOf } from '../project/member-path'
import { isFunction, methodCall, unwrapped, walk, type FunctionNode } from '../syntax/node'
import { returnsOf } from '../syntax/returns'
import type { SourceModule } from '../syntax/source-module'
import { defineRule } from './define-rule'
import { isCallee, isPartOfAlias } from './places'
import type { Subject } from './subject'

/** Methods that insert raw text into a statement, on any object. */
const always: ReadonlySet<string> = new Set(['unsafe', '$queryRawUnsafe', '$executeRawUnsafe'])
/** Methods that insert raw text on `sql` or a query builder. */
const ofSql: ReadonlySet<string> = new Set(['raw', 'identifier', 'unsafe'])
const builders: ReadonlySet<string> = new Set(['sql', 'knex', 'Prisma'])

/** Whether a text consists of constants and placeholders only. */
function isOurs(project: Project, value: Value): boolean {
  if (constantOf(project, value) !== undefined) return true
  const node = unwrapped(value.node)
  const of = (part: Node) => isOurs(project, { ...value, node: part })
  if (node.type === 'TemplateLiteral') return node.expressions.every(of)
  if (node.type === 'BinaryExpression' && node.operator === '+') return of(node.left) && of(node.right)
  const link = methodCall(node)
  if (!link) return false
  if (link.method === 'repeat') return of(link.object)
  const list = methodCall(unwrapped(link.object))
  const [made] = list?.call.arguments ?? []
  if (link.method !== 'join' || !list || !made) return false
  if (list.method === 'fill') return of(made)
  if (list.method !== 'map' || !isFunction(made)) return false
  return returnsOf(made).every((returned) => isPlaceholder(project, { ...value, node: returned }, made))
}

/** `?`, or `$1` and so on by position. */
function isPlaceholder(project: Project, value: Value, fn: FunctionNode): boolean {
  const node = unwrapped(value.node)
  if (node.type !== 'TemplateLiteral') return isOurs(project, value)
  return node.expressions.every((part) => {
    const names = part.type === 'BinaryExpression' ? [part.left, part.right] : [part]
    return names.every((name) => {
      const parameter = value.module.scopes.lookup(name)?.parameter
      return name.type === 'Literal' || (parameter?.of === fn && parameter.index === 1)
    })
  })
}

/** Text in a statement allows SQL injection. A placeholder doesn't. */
export const noRawSql = defineRule({
  name: 'no-raw-sql',
  description: 'Only constant text is part of an SQL statement.',
  concerns: (text) =>
    /unsafe/i.test(text) ||
    (/sql|knex|Prisma/.test(text) && /\b(?:raw|identifier)\b/.test(text)) ||
    (/\b(?:query|execute|prepare|run|get|all|exec)\b/.test(text) &&
      /['"`]\s*(?:select|insert|update|delete|with|create|alter|drop|set)\b/i.test(text)),
  recommended: true,
  check(subject) {
    const { module, sources } = subject
    walk(module.program, (node) => {
      if (node.type === 'CallExpression') {
        const [text] = node.arguments
        const method =
          rawMethod(subject, node.callee) ?? (text && statementMethod(subject, node.callee, text))
        if (!method || !text) return
        const isConstant = text.type !== 'SpreadElement' && isOurs(sources.project, { module, node: text })
        if (!isConstant)
          subject.report(node, `${method} gets non-constant text, which becomes part of the statement.`)
      } else if (
        node.type === 'MemberExpression' &&
        !isCallee(module, node) &&
        !isPartOfAlias(module, node)
      ) {
        const method = rawMethod(subject, node)
        if (method)
          subject.report(node, `${method} is passed as a value, so it could be called with any text.`)
      }
    })
  },
})

function rawMethod({ module }: Subject, node: Node): string | undefined {
  const { root, path } = memberPathOf(module, node)
  const method = path.at(-1)
  const isBound = method !== undefined && ['call', 'apply', 'bind'].includes(method)
  const name = isBound ? path.at(-2) : method
  if (name === undefined) return undefined
  if (always.has(name)) return name
  const owner = path.at(isBound ? -3 : -2)
  const owners = owner === undefined ? namesOf(module, root) : [owner]
  return ofSql.has(name) && owners.some((each) => builders.has(each)) ? `sql.${name}` : undefined
}

/** Methods that accept a statement as text. */
const runners: ReadonlySet<string> = new Set(['query', 'execute', 'prepare', 'run', 'get', 'all', 'exec'])
const verbs: ReadonlySet<string> = new Set([
  'select',
  'insert',
  'update',
  'delete',
  'with',
  'create',
  'alter',
  'drop',
  'set',
])

/** `client.query(`select … ${name}`)`: concatenated text, not a tagged template with placeholders. */
function statementMethod({ module }: Subject, callee: Node, text: Node): string | undefined {
  const { path } = memberPathOf(module, callee)
  const method = path.at(-1)
  if (method === undefined || !runners.has(method)) return undefined
  const [verb = ''] = beginningOf(module, text).trimStart().toLowerCase().split(/\s/)
  return verbs.has(verb) ? method : undefined
}

/** Maximum number of concatenated parts. */
const DEEPEST = 200

function beginningOf(module: SourceModule, text: Node, depth = 0): string {
  if (depth > DEEPEST) return ''
  const bare = unwrapped(text)
  if (bare.type === 'TemplateLiteral') return bare.quasis[0]?.value.cooked ?? ''
  if (bare.type === 'BinaryExpression') return beginningOf(module, bare.left, depth + 1)
  if (bare.type === 'Literal') return String(bare.value)
  const binding = module.scopes.lookup(bare)
  return binding?.init && binding.path.length === 0 ? beginningOf(module, binding.init, depth + 1) : ''
}
