import type { Node } from 'oxc-parser'
import { constantOf } from '../project/constant'
import { memberPathOf, namesOf } from '../project/member-path'
import { walk } from '../syntax/node'
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
        const method = rawMethod(subject, node.callee)
        const [text] = node.arguments
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
