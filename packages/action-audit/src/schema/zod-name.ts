import type { Found } from '../project/value'

/** The path of a function of zod, as in `iso.date`, however it is imported. */
export function zodName(found: Found): string | undefined {
  if (found.kind !== 'external') return undefined
  if (found.source !== 'zod' && !found.source.startsWith('zod/')) return undefined
  return found.name.startsWith('z.') ? found.name.slice(2) : found.name
}
