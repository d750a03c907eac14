import type { Found } from './value'

/** Why a value could not be followed to where it is made. */
export function reasonOf(found: Found): string {
  switch (found.kind) {
    case 'external':
      return `it comes from "${found.source}", which is not read`
    case 'namespace':
      return 'it is a whole module'
    case 'global':
      return `nothing declares "${found.name}"`
    case 'parameter':
      return 'only the caller of a function knows it'
    case 'unknown':
      return found.reason
    case 'value':
      return 'it is no action'
  }
}
