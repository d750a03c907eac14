import { follow } from '../project/follow'
import { originsOf } from '../project/origin'
import type { Value } from '../project/value'
import { readSchema } from '../schema/read-schema'
import { methodCall, walk } from '../syntax/node'
import type { Handler } from './definition'
import type { Sources } from './sources'

const parsers: ReadonlySet<string> = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync'])

/** The schema that a plain function parses its parameters with: `schema.parse(input)`. */
export function schemaInBody({ project }: Sources, handler: Handler): Value | undefined {
  let schema: Value | undefined
  walk(handler.node, (node) => {
    const link = methodCall(node)
    const [argument] = link?.call.arguments ?? []
    if (schema || !link || !argument || !parsers.has(link.method ?? '')) return
    let isInput = false
    walk(argument, (part) => {
      isInput ||= originsOf(handler.module, part).some(
        ({ binding }) => binding.parameter?.of === handler.node,
      )
    })
    const candidate = { ...handler, node: link.object }
    const found = follow(project, candidate)
    if (!isInput || found.kind === 'global') return
    if (readSchema(project, candidate).kind !== 'unread') schema = candidate
  })
  return schema
}
