import { follow } from '../project/follow'
import { reasonOf } from '../project/reason'
import type { Value } from '../project/value'
import { isFunction } from '../syntax/node'
import type { Definition } from './definition'
import type { Sources } from './sources'

/** Finds the handler function. */
export function readHandler(
  { project }: Sources,
  value: Value | undefined,
): Pick<Definition, 'handler' | 'handlerUnread'> {
  if (!value) return { handlerUnread: 'it is missing' }
  const found = follow(project, value)
  if (found.kind !== 'value') return { handlerUnread: reasonOf(found) }
  const { node } = found
  return isFunction(node) ? { handler: { ...found, node } } : { handlerUnread: 'it is not a function' }
}
