import type { Definition } from '../action/definition'
import type { Origin } from '../project/origin'

/** The part of an origin's path inside the caller's input, or undefined if it isn't input. */
export function pathInInput(
  definition: Definition,
  { binding, path }: Origin,
): readonly string[] | undefined {
  const { handler, input } = definition
  const { parameter } = binding
  if (!handler || parameter?.of !== handler.node) return undefined
  if (input === 'everywhere') return path
  if (parameter.index !== input.index) return undefined
  const isWithin = input.path.every((key, index) => path[index] === key)
  return isWithin ? path.slice(input.path.length) : undefined
}
