import type { Project } from 'action-audit/project/project'
import type { Value } from 'action-audit/project/value'
import { staticKey } from 'action-audit/syntax/node'
import type { CallExpression, Node } from 'oxc-parser'
import { calledName, exportBeside, linksOf, optionOf, UnknownProtection, type Link } from './chain'
import { excerpt, type Protection } from './protection'
import { schemaPlace } from './steps'

/** The middleware of each `enhanceAction` option; undefined if it protects nothing. */
const options: Readonly<Record<string, string | undefined>> = {
  name: undefined,
  echo: undefined,
  form: undefined,
  impersonation: undefined,
  // Choose the client.
  auth: undefined,
  organization: undefined,
  schema: 'inputSchema',
  captcha: 'withCaptcha',
  rateLimit: 'withRateLimit',
  minRole: 'withMinRole',
  permissions: 'withFeaturePermission',
}

export function isWrapper(node: Node): node is CallExpression {
  return calledName(node) === 'enhanceAction'
}

/** Returns the client that the options of `enhanceAction` select. */
export function clientOfWrapper(project: Project, value: Value & { node: CallExpression }): Link[] {
  const given = value.node.arguments[1]
  const is = (name: string, wanted: boolean) => {
    const option = optionOf(given, name)
    return option?.type === 'Literal' && option.value === wanted
  }
  const organization = is('organization', true)
  const open = is('auth', false) ? 'publicActionClient' : 'authenticatedActionClient'
  const name = organization ? 'organizationActionClient' : open
  return linksOf(project, exportBeside(project, { ...value, node: value.node.callee }, name))
}

/** Returns the protections among the options of `enhanceAction`. */
export function wrapperSteps(value: Value & { node: CallExpression }): Protection[] {
  const given = value.node.arguments[1]
  if (given?.type !== 'ObjectExpression')
    throw new UnknownProtection(value, 'its options are defined elsewhere')
  return given.properties.flatMap((property): Protection[] => {
    const name = property.type === 'Property' ? staticKey(property.key, property.computed) : undefined
    if (property.type !== 'Property' || name === undefined || !Object.hasOwn(options, name))
      throw new UnknownProtection({ ...value, node: property }, `the option ${name ?? '…'} is not known`)
    const maker = options[name]
    if (maker === undefined) return []
    const { module } = value
    if (maker === 'inputSchema') return [schemaPlace({ module, node: property.value })]
    const label = (node: Node) => `${name}: ${excerpt(module, node)}`
    const protection = { kind: 'step', module, node: property.value, maker } as const
    if (property.value.type !== 'ArrayExpression')
      return [{ ...protection, without: 'undefined', label: label(property.value) }]
    const elements = property.value.elements.filter((element) => element !== null)
    return elements.map((element) => {
      const others = elements.filter((other) => other !== element).map((other) => module.textOf(other))
      return { ...protection, at: element, without: `[${others.join(', ')}]`, label: label(element) }
    })
  })
}
