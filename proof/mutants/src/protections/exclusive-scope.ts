import type { Value } from 'action-audit/project/value'
import { walk } from 'action-audit/syntax/node'
import type { Place } from './place'

/** Replaces the exclusive tenant scope with the shared one. */
export function exclusiveScope({ module, node }: Value): Place[] {
  const places: Place[] = []
  walk(node, (part) => {
    if (part.type !== 'CallExpression') return
    for (const argument of part.arguments)
      if (argument.type === 'Identifier' && argument.name === 'withExclusiveTenant')
        places.push({
          kind: 'guard',
          module,
          node: argument,
          without: 'manyAtOnce',
          label: 'one call at a time',
          preamble: "import { withTenant as manyAtOnce } from '@kit/db/tenancy/tenant'",
        })
  })
  return places
}
