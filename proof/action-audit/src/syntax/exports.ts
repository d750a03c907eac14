import type { Node } from 'oxc-parser'
import { exportedName } from './scopes'
import type { SourceModule } from './source-module'
import { methodCall, staticKey, unwrapped } from './node'

/** One run-time export of a module. `*` means all exports of another module. */
export interface ModuleExport {
  name: string
  /** The location to report. */
  node: Node
  /** The value, if this module declares it. */
  value?: Node
  /** The module and name that it re-exports. */
  from?: { source: string; name: string }
  /** Why the value can't be determined: it is destructured or reassigned. */
  unclear?: string
}

const known = new WeakMap<SourceModule, readonly ModuleExport[]>()

/** The run-time exports of a module, without types. */
export function exportsOf(module: SourceModule): readonly ModuleExport[] {
  const earlier = known.get(module)
  if (earlier) return earlier
  const all = module.program.body.flatMap((statement) => exportsIn(module, statement))
  known.set(module, all)
  return all
}

function exportsIn(module: SourceModule, statement: Node): ModuleExport[] {
  switch (statement.type) {
    case 'ExportAllDeclaration': {
      if (statement.exportKind === 'type') return []
      const from = { source: statement.source.value, name: '*' }
      const name = statement.exported ? exportedName(statement.exported) : '*'
      return [{ name, node: statement, from }]
    }
    case 'ExportDefaultDeclaration':
      if (statement.declaration.type === 'TSInterfaceDeclaration') return []
      return [{ name: 'default', node: statement, value: statement.declaration }]
    case 'ExportNamedDeclaration':
      if (statement.exportKind === 'type') return []
      if (statement.declaration) return declared(module, statement.declaration)
      return statement.specifiers
        .filter(({ exportKind }) => exportKind !== 'type')
        .flatMap((specifier) => listed(module, specifier, statement.source?.value))
    case 'TSExportAssignment':
      return [{ name: 'default', node: statement, value: statement.expression }]
    case 'ExpressionStatement':
      return commonJs(statement.expression)
    default:
      return []
  }
}

function declared(module: SourceModule, declaration: Node): ModuleExport[] {
  if ('declare' in declaration && declaration.declare) return []
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration': {
      const { id } = declaration
      return id ? [{ name: id.name, node: id, value: declaration }] : []
    }
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id, init }): ModuleExport[] => {
        if (id.type !== 'Identifier')
          return patternNames(id).map((node) => ({
            name: exportedName(node),
            node,
            value: node,
            unclear: 'it comes out of a destructured value',
          }))
        const written = module.scopes.topLevel(id.name)?.reassigned
        const entry = { name: id.name, node: id, ...(init && { value: init }) }
        return [written ? { ...entry, unclear: 'it is reassigned later' } : entry]
      })
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSDeclareFunction':
      return []
    default:
      // `export import a = b.c`, `export namespace A { … }`.
      return [{ name: '*', node: declaration, unclear: 'it is a TypeScript namespace' }]
  }
}

function listed(
  module: SourceModule,
  specifier: Extract<Node, { type: 'ExportSpecifier' }>,
  source: string | undefined,
): ModuleExport[] {
  const name = exportedName(specifier.exported)
  const local = exportedName(specifier.local)
  if (source !== undefined) return [{ name, node: specifier, from: { source, name: local } }]
  const binding = module.scopes.topLevel(local)
  if (binding?.kind === 'type' || binding?.imported?.typeOnly) return []
  const entry = { name, node: specifier, value: specifier.local }
  return [binding?.reassigned ? { ...entry, unclear: 'it is reassigned later' } : entry]
}

/** `exports.a = …`, `module.exports = …`, `Object.assign(exports, …)`, which Next also treats as exports. */
function commonJs(expression: Node): ModuleExport[] {
  if (expression.type === 'AssignmentExpression') {
    const name = exportsMember(expression.left)
    return name === undefined ? [] : [{ name, node: expression, value: expression.right }]
  }
  const call = methodCall(expression)
  const target = call?.call.arguments[0]
  if (!target || !['assign', 'defineProperty', 'defineProperties'].includes(call.method ?? '')) return []
  if (!isExportsObject(target)) return []
  return [{ name: '*', node: expression, unclear: 'it is added to `exports` at runtime' }]
}

function exportsMember(target: Node): string | undefined {
  const bare = unwrapped(target)
  if (isExportsObject(bare)) return 'default'
  if (bare.type !== 'MemberExpression' || !isExportsObject(bare.object)) return undefined
  return staticKey(bare.property, bare.computed) ?? '*'
}

function isExportsObject(node: Node): boolean {
  const bare = unwrapped(node)
  if (bare.type === 'Identifier') return bare.name === 'exports'
  return (
    bare.type === 'MemberExpression' &&
    bare.object.type === 'Identifier' &&
    bare.object.name === 'module' &&
    staticKey(bare.property, bare.computed) === 'exports'
  )
}

function patternNames(pattern: Node): Node[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern]
    case 'AssignmentPattern':
      return patternNames(pattern.left)
    case 'RestElement':
      return patternNames(pattern.argument)
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? patternNames(element) : []))
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === 'RestElement' ? property : property.value),
      )
    default:
      return []
  }
}
