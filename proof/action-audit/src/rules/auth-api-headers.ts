import type { Node } from 'oxc-parser'
import { isUnder } from '../config/load-config'
import { follow, followMember } from '../project/follow'
import { memberPathOf, namesOf } from '../project/member-path'
import type { Project } from '../project/project'
import type { Found } from '../project/value'
import { walk } from '../syntax/node'
import { defineRule } from './define-rule'
import { isCallee, isPartOfAlias } from './places'
import type { Subject } from './subject'

/** Without the request's headers, the library trusts the caller: `createUser({ role: 'admin' })` works. */
export const authApiHeaders = defineRule({
  name: 'auth-api-headers',
  description: "Every `auth.api.*` call passes the request's headers.",
  concerns: (text, settings, file) =>
    /\bapi\b/.test(text) && !isUnder(settings, file, settings.config.trustedAuthCallers),
  check(subject) {
    const { module, sources } = subject
    if (isUnder(sources.settings, module.file, sources.settings.config.trustedAuthCallers)) return
    walk(module.program, (node) => {
      if (node.type === 'CallExpression') {
        const called = apiFunction(subject, node.callee)
        if (called && !hasHeaders(subject, node.arguments[0]))
          subject.report(node, `${called} is called without the request's headers, so it trusts the caller.`)
      } else if (
        node.type === 'MemberExpression' &&
        !isCallee(module, node) &&
        !isPartOfAlias(module, node)
      ) {
        const handed = apiFunction(subject, node)
        if (handed) subject.report(node, `${handed} is passed as a value, so a call could omit the headers.`)
      }
    })
  },
})

function apiFunction({ module, sources }: Subject, node: Node): string | undefined {
  const { root, path } = memberPathOf(module, node)
  if (path[0] !== 'api' || path.length < 2) return undefined
  const { authObjects } = sources.settings.config
  const made = follow(sources.project, { module, node: root })
  const names = [...namesOf(module, root), ...(made.kind === 'value' ? namesOf(made.module, made.node) : [])]
  return names.some((name) => authObjects.includes(name)) ? `auth.${path.join('.')}` : undefined
}

function hasHeaders({ module, sources }: Subject, argument: Node | undefined): boolean {
  const options = argument && follow(sources.project, { module, node: argument })
  if (options?.kind !== 'value') return false
  const headers = followMember(sources.project, options, 'headers')
  return headers !== undefined && headers.kind !== 'unknown' && !isEmpty(headers, sources.project)
}

/** Maximum number of aliases to follow. */
const DEEPEST = 20

/** `new Headers()`, `{}` and `undefined` identify no caller. */
function isEmpty(headers: Found, project: Project, depth = 0): boolean {
  if (headers.kind === 'global') return headers.name === 'undefined'
  if (headers.kind !== 'value') return false
  const { node } = headers
  if (node.type === 'Literal') return true
  if (node.type === 'ObjectExpression') return node.properties.length === 0
  if (node.type !== 'NewExpression') return false
  const [from] = node.arguments
  if (!from) return true
  return depth > DEEPEST || isEmpty(follow(project, { ...headers, node: from }), project, depth + 1)
}
