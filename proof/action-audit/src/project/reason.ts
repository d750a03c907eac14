import type { Found } from './value'

/** Why a value could not be followed to its definition. */
export function reasonOf(found: Found): string {
  switch (found.kind) {
    case 'external':
      return `it comes from "${found.source}", which is not analyzed`
    case 'namespace':
      return 'it is a whole module'
    case 'global':
      return `"${found.name}" is not declared`
    case 'parameter':
      return 'it is a function parameter'
    case 'unknown':
      return found.reason
    case 'value':
      return 'it is not an action'
  }
}
