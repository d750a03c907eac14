import type { Node } from 'oxc-parser'

const plain: ReadonlySet<string> = new Set([
  'TSStringKeyword',
  'TSNumberKeyword',
  'TSBooleanKeyword',
  'TSBigIntKeyword',
  'TSVoidKeyword',
  'TSUndefinedKeyword',
  'TSNullKeyword',
  'TSNeverKeyword',
  'TSLiteralType',
])

const containers: ReadonlySet<string> = new Set(['Promise', 'Array', 'ReadonlyArray', 'Set', 'ReadonlySet'])

/**
 * Whether a declared type can't hold a row: plain values, lists of them, and types named DTO. An object type proves
 * nothing, because a row with more fields also fits it.
 */
export function isNarrowType(type: Node): boolean {
  if (plain.has(type.type)) return true
  switch (type.type) {
    case 'TSArrayType':
      return isNarrowType(type.elementType)
    case 'TSUnionType':
      return type.types.every(isNarrowType)
    case 'TSTypeOperator':
      return isNarrowType(type.typeAnnotation)
    case 'TSTypeReference': {
      const name = type.typeName.type === 'Identifier' ? type.typeName.name : ''
      if (name.endsWith('Dto')) return true
      const [argument] = type.typeArguments?.params ?? []
      return containers.has(name) && argument !== undefined && isNarrowType(argument)
    }
    default:
      return false
  }
}
