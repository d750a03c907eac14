import type { Node } from 'oxc-parser'
import type { Place } from './syntax'

/**
 * Returns the smallest removable part around a place: an element, a property, a child or a statement.
 * @throws Error when nothing around it can be removed by itself
 */
export function removableAround(place: Place): Place {
  const chain = [place.node, ...place.above]
  for (let index = 0; index < chain.length - 1; index += 1) {
    const [node, parent, outer] = chain.slice(index)
    if (!node || !parent) break
    if (isRemovable(node, parent, outer, place.node)) return { node, above: chain.slice(index + 1) }
  }
  throw new Error('nothing around it can be removed')
}

function isRemovable(node: Node, parent: Node, outer: Node | undefined, cause: Node): boolean {
  switch (parent.type) {
    case 'ArrayExpression':
      // A table's row is removed as a whole.
      return outer?.type !== 'ArrayExpression'
    case 'ObjectExpression':
      if (outer?.type === 'ArrayExpression') return !says(node, cause)
      // A property with no other content is removed too.
      return !(outer?.type === 'Property' && parent.properties.length === 1)
    case 'ObjectPattern':
    case 'TSUnionType':
    case 'TSInterfaceBody':
    case 'TSTypeLiteral':
    case 'ExportSpecifier':
    case 'SwitchStatement':
      return true
    case 'ExportNamedDeclaration':
      return node.type === 'ExportSpecifier'
    case 'JSXElement':
    case 'JSXFragment':
      return parent.children.some((child) => child === node)
    case 'JSXOpeningElement':
      return node.type === 'JSXAttribute'
    case 'Program':
    case 'BlockStatement':
      if (node.type === 'ReturnStatement') throw new Error('its function returns it')
      return true
    default:
      return false
  }
}

/** Whether the node is the property's key or value, so the object is about it. */
function says(property: Node, cause: Node): boolean {
  return property.type === 'Property' && (property.key === cause || property.value === cause)
}

/** Returns the names that a statement declares. */
export function declaredBy(node: Node): string[] {
  switch (node.type) {
    case 'ExportNamedDeclaration':
      return node.declaration ? declaredBy(node.declaration) : []
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id }) => boundBy(id))
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return node.id ? [node.id.name] : []
    default:
      return []
  }
}

function boundBy(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundBy(property.type === 'RestElement' ? property.argument : property.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? boundBy(element) : []))
    case 'AssignmentPattern':
      return boundBy(pattern.left)
    default:
      return []
  }
}
