import { parseSync, visitorKeys, type Comment, type Node, type Program } from 'oxc-parser'

export interface Module {
  source: string
  program: Program
  comments: readonly Comment[]
}

/** @throws Error when the source does not parse */
export function parse(path: string, source: string): Module {
  const { program, comments, errors } = parseSync(path, source)
  const [error] = errors
  if (error) throw new Error(`${path}: ${error.message}`)
  return { source, program, comments }
}

/** A node and its ancestors, innermost first. */
export interface Place {
  node: Node
  above: readonly Node[]
}

/** Returns every node, outer before inner. */
export function places(node: Node, above: readonly Node[] = []): Place[] {
  const around = [node, ...above]
  return [{ node, above }, ...childrenOf(node).flatMap((child) => places(child, around))]
}

function childrenOf(node: Node): Node[] {
  const fields = new Map<string, unknown>(Object.entries(node))
  return (visitorKeys[node.type] ?? []).flatMap((key) => [fields.get(key)].flat().filter(isNode))
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

export function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' || node.type === 'JSXIdentifier' ? node.name : undefined
}

/** Whether an identifier refers to a value or type, rather than naming a member or declaration. */
export function isReference({ node, above: [parent] }: Place): boolean {
  if (nameOf(node) === undefined || !parent) return false
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed
    case 'Property':
      return parent.value === node || parent.computed
    case 'TSPropertySignature':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return parent.key !== node || parent.computed
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return parent.id !== node
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'JSXAttribute':
    case 'TSQualifiedName':
      return false
    default:
      return true
  }
}
