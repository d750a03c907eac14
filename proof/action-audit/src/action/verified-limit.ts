import { follow } from '../project/follow'
import type { Found, Value } from '../project/value'
import { methodCall, walk } from '../syntax/node'
import type { Client } from './definition'
import type { Sources } from './sources'

/**
 * Verifies a client's configured limit against its definition: a policy that no step names limits nothing. Clients in
 * packages that aren't analyzed are trusted.
 */
export function withVerifiedLimit(sources: Sources, client: Client, found: Found): Client {
  if (client.limit === undefined || found.kind !== 'value') return client
  return names(sources, found, client.limit) ? client : { ...client, limitMissing: true }
}

/** Maximum chain length, which also stops circular definitions. */
const LONGEST = 200

function names(sources: Sources, definition: Value, policy: string, depth = 0): boolean {
  const link = methodCall(definition.node)
  if (!link || depth > LONGEST) return false
  const inArguments = link.call.arguments.some((argument) => {
    const value = follow(sources.project, { ...definition, node: argument })
    return (
      mentions({ ...definition, node: argument }, policy) ||
      (value.kind === 'value' && mentions(value, policy))
    )
  })
  if (inArguments) return true
  const before = follow(sources.project, { ...definition, node: link.object })
  return before.kind === 'value' && names(sources, before, policy, depth + 1)
}

function mentions({ node }: Value, text: string): boolean {
  let found = false
  walk(node, (part) => {
    if (part.type === 'Literal' && part.value === text) found = true
    return !found
  })
  return found
}
