import type { Found } from '../project/value'

/** The path of a zod function, such as `iso.date`, however it is imported. */
export function zodName(found: Found): string | undefined {
  if (found.kind !== 'external') return undefined
  if (found.source !== 'zod' && !found.source.startsWith('zod/')) return undefined
  const [first, ...rest] = found.name.split('.')
  return first === 'z' || first === 'default' ? rest.join('.') : found.name
}
