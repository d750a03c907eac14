import type { Node } from 'oxc-parser'
import { constantOf } from '../project/constant'
import { memberPathOf, namesOf } from '../project/member-path'
import { unwrapped, walk } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { defineRule } from './define-rule'
import { isCallee, isPartOfAlias } from './places'
import type { Subject } from './subject'

/** Methods that put a text into a statement as it is, whatever they are called on. */
const always: ReadonlySet<string> = new Set(['unsafe', '$queryRawUnsafe', '$executeRawUnsafe'])
/** Methods that do so on something by the name of `sql`, or on a query builder. */
const ofSql: ReadonlySet<string> = new Set(['raw', 'identifier', 'unsafe'])
const builders: ReadonlySet<string> = new Set(['sql', 'knex', 'Prisma'])

/** A placeholder cannot be broken out of; a text in a statement can. */
export const noRawSql = defineRule({
  name: 'no-raw-sql',
  description: 'No text but a constant gets into a statement as it is.',
  check(subject) {
    const { module, sources } = subject
    walk(module.program, (node) => {
      if (node.type === 'CallExpression') {
        const [text] = node.arguments
        const method =
          rawMethod(subject, node.callee) ?? (text && statementMethod(subject, node.callee, text))
        if (!method || !text) return
        const isConstant =
          text.type !== 'SpreadElement' && constantOf(sources.project, { module, node: text }) !== undefined
        if (!isConstant)
          subject.report(node, `${method} gets a text that is no constant: it becomes part of the statement.`)
      } else if (
        node.type === 'MemberExpression' &&
        !isCallee(module, node) &&
        !isPartOfAlias(module, node)
      ) {
        const method = rawMethod(subject, node)
        if (method) subject.report(node, `${method} is handed on; whoever calls it may give it any text.`)
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

/** Methods that take a statement as a text, when it is one. */
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

/** `client.query(`select … ${name}`)`: a text put together, and not a template that a tag makes placeholders of. */
function statementMethod({ module }: Subject, callee: Node, text: Node): string | undefined {
  const { path } = memberPathOf(module, callee)
  const method = path.at(-1)
  if (method === undefined || !runners.has(method)) return undefined
  const [verb = ''] = beginningOf(module, text).trimStart().toLowerCase().split(/\s/)
  return verbs.has(verb) ? method : undefined
}

/** Longer than anybody adds up. */
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
