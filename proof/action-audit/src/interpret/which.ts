import { unknown, type Abstract } from '../guards/abstract'
import { commonFacts } from '../guards/facts'

function typed(value: Abstract, name: string): boolean | undefined {
  if (value.kind === 'object')
    return value.type === name || (name === 'Response' && value.type === 'NextResponse')
  if (value.kind === 'any') return undefined
  return false
}

/** `result instanceof Response`, for results that may be one. */
export function instance(left: Abstract, right: Abstract): Abstract {
  const name =
    right.kind === 'external'
      ? (right.path.split('.').at(-1) ?? '')
      : right.kind === 'host'
        ? 'NextResponse'
        : right.trail
  if (name === 'errors' && left.falsy) return { kind: 'any', labels: 0, falsy: left.falsy }
  if (left.kind !== 'oneOf' || !name) return unknown
  return whichOf(left, (value) => typed(value, name))
}

/** `'error' in result`, for results that may have it. */
export function hasKey(value: Abstract, key: string): Abstract {
  if (value.kind !== 'oneOf') return unknown
  return whichOf(value, (each) => (each.kind === 'object' ? each.members.has(key) : undefined))
}

function whichOf(
  value: Extract<Abstract, { kind: 'oneOf' }>,
  is: (value: Abstract) => boolean | undefined,
): Abstract {
  const way = (wanted: boolean) =>
    commonFacts(value.options.filter((each) => is(each.value) !== !wanted).map((each) => each.facts))
  return { kind: 'any', labels: 0, truthy: way(true), falsy: way(false) }
}
