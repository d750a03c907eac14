import type { Value } from 'action-audit/project/value'
import { walk } from 'action-audit/syntax/node'
import type { Protection } from './protection'

/** Replaces the exclusive tenant scope with the shared one. */
export function exclusiveScope({ module, node }: Value): Protection[] {
  const protections: Protection[] = []
  walk(node, (part) => {
    if (part.type !== 'CallExpression') return
    for (const argument of part.arguments)
      if (argument.type === 'Identifier' && argument.name === 'withExclusiveTenant')
        protections.push({
          kind: 'guard',
          module,
          node: argument,
          without: 'manyAtOnce',
          label: 'one call at a time',
          importLine: "import { withTenant as manyAtOnce } from '@kit/db/tenancy/tenant'",
        })
  })
  return protections
}
