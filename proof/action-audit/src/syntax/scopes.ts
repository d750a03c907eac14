import type { Node, Program } from 'oxc-parser'
import { childrenOf, isFunction, staticKey, unwrapped, type FunctionNode } from './node'

/** `*` means a computed key, `...` the rest of an object or list. */
export type Path = readonly string[]

export interface Binding {
  name: string
  kind: 'import' | 'variable' | 'function' | 'class' | 'enum' | 'parameter' | 'caught' | 'type'
  /** The identifier in its declaration. */
  node: Node
  /** The expression that the value is taken from, at `path`. */
  init?: Node
  path: Path
  /** Reassigned later, so `init` proves nothing. */
  reassigned: boolean
  /** Modified later, so the properties in `init` prove nothing. */
  mutated: boolean
  imported?: { source: string; name: string; typeOnly: boolean }
  parameter?: { of: FunctionNode; index: number }
}

class Scope {
  readonly bindings = new Map<string, Binding>()

  constructor(
    readonly parent: Scope | undefined,
    readonly isFunctionScope: boolean,
  ) {}

  find(name: string): Binding | undefined {
    return this.bindings.get(name) ?? this.parent?.find(name)
  }

  get functionScope(): Scope {
    return this.isFunctionScope || !this.parent ? this : this.parent.functionScope
  }
}

type Declare = Omit<Binding, 'name' | 'node' | 'path' | 'reassigned' | 'mutated'>

/** Caches the parent on the node itself, which is cheaper than a map. */
const parent = Symbol('parent')
const scopeOfName = Symbol('scope')

type Placed = Node & { [parent]?: Node; [scopeOfName]?: Scope }

/** Resolves names to declarations within one file. */
export class Scopes {
  readonly #root = new Scope(undefined, true)

  constructor(program: Program) {
    const writes: { target: Node; scope: Scope }[] = []
    this.#visit(program, this.#root, writes)
    for (const { target, scope } of writes) this.#markWritten(target, scope)
  }

  parentOf(node: Node): Node | undefined {
    const placed: Placed = node
    return placed[parent]
  }

  /** The declaration of an identifier at this location. */
  lookup(node: Node): Binding | undefined {
    if (node.type !== 'Identifier') return undefined
    const placed: Placed = node
    return (placed[scopeOfName] ?? this.#root).find(node.name)
  }

  topLevel(name: string): Binding | undefined {
    return this.#root.bindings.get(name)
  }

  #visit(node: Node, outer: Scope, writes: { target: Node; scope: Scope }[]): void {
    const scope = this.#enter(node, outer)
    // Only identifiers can be resolved.
    const placed: Placed = node
    if (node.type === 'Identifier') placed[scopeOfName] = scope
    if (node.type === 'AssignmentExpression') writes.push({ target: node.left, scope })
    if (node.type === 'UpdateExpression') writes.push({ target: node.argument, scope })
    if (node.type === 'ForInStatement' || node.type === 'ForOfStatement')
      writes.push({ target: node.left, scope })
    for (const child of childrenOf(node)) {
      const inner: Placed = child
      inner[parent] = node
      this.#visit(child, scope, writes)
    }
  }

  /** Adds the node's declarations and returns the scope of its children. */
  #enter(node: Node, outer: Scope): Scope {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return this.#enterFunction(node, outer)
      case 'ClassDeclaration':
        if (node.id) declare(outer, node.id, { kind: 'class', init: node }, [])
        return outer
      case 'TSEnumDeclaration':
        declare(outer, node.id, { kind: 'enum', init: node }, [])
        return outer
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        // A value wins over a type of the same name, because only the value exists at runtime.
        if (!outer.bindings.has(node.id.name)) declare(outer, node.id, { kind: 'type' }, [])
        return outer
      case 'VariableDeclaration': {
        const looped = loopValue(node, this.parentOf(node))
        const target = node.kind === 'var' ? outer.functionScope : outer
        for (const declarator of node.declarations) {
          const init = declarator.init ?? looped
          declarePattern(
            target,
            declarator.id,
            { kind: 'variable', ...(init && { init }) },
            looped ? ['*'] : [],
          )
        }
        return outer
      }
      case 'ImportDeclaration':
        declareImports(outer, node)
        return outer
      case 'CatchClause': {
        const scope = new Scope(outer, false)
        if (node.param) declarePattern(scope, node.param, { kind: 'caught' }, [])
        return scope
      }
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement':
        return new Scope(outer, false)
      default:
        return outer
    }
  }

  #enterFunction(node: FunctionNode, outer: Scope): Scope {
    const scope = new Scope(outer, true)
    if (node.type !== 'ArrowFunctionExpression' && node.id) {
      const owner = node.type === 'FunctionDeclaration' ? outer : scope
      declare(owner, node.id, { kind: 'function', init: node }, [])
    }
    node.params.forEach((parameter, index) => {
      const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter
      declarePattern(scope, pattern, { kind: 'parameter', parameter: { of: node, index } }, [])
    })
    return scope
  }

  #markMutated(owner: Node, scope: Scope): void {
    const bare = unwrapped(owner)
    if (bare.type === 'MemberExpression') return this.#markMutated(bare.object, scope)
    const binding = bare.type === 'Identifier' ? scope.find(bare.name) : undefined
    if (binding) binding.mutated = true
  }

  #markWritten(target: Node, scope: Scope): void {
    if (target.type === 'Identifier') {
      const binding = scope.find(target.name)
      if (binding) binding.reassigned = true
      return
    }
    if (target.type === 'MemberExpression') return this.#markMutated(target.object, scope)
    if (isFunction(target)) return
    for (const child of childrenOf(target)) this.#markWritten(child, scope)
  }
}

/** How a loop declares its variable. */
function loopValue(node: Node, parent: Node | undefined): Node | undefined {
  const isLoop = parent?.type === 'ForOfStatement' || parent?.type === 'ForInStatement'
  return isLoop && parent.left === node ? parent.right : undefined
}

function declare(scope: Scope, node: Node, what: Declare, path: Path): void {
  if (node.type !== 'Identifier') return
  const earlier = scope.bindings.get(node.name)
  // For a repeated `var` or an overload, no single declaration determines the value.
  const reassigned = what.kind === 'variable' && earlier?.kind === 'variable'
  scope.bindings.set(node.name, { ...what, name: node.name, node, path, reassigned, mutated: false })
}

function declarePattern(scope: Scope, pattern: Node, what: Declare, path: Path): void {
  switch (pattern.type) {
    case 'Identifier':
      return declare(scope, pattern, what, path)
    case 'AssignmentPattern':
      return declarePattern(scope, pattern.left, what, path)
    case 'RestElement':
      return declarePattern(scope, pattern.argument, what, [...path, '...'])
    case 'ArrayPattern':
      return pattern.elements.forEach((element, index) => {
        if (!element) return
        const at = element.type === 'RestElement' ? path : [...path, String(index)]
        declarePattern(scope, element, what, at)
      })
    case 'ObjectPattern':
      return pattern.properties.forEach((property) => {
        if (property.type === 'RestElement') return declarePattern(scope, property, what, path)
        const key = staticKey(property.key, property.computed) ?? '*'
        declarePattern(scope, property.value, what, [...path, key])
      })
  }
}

function declareImports(scope: Scope, node: Extract<Node, { type: 'ImportDeclaration' }>): void {
  for (const specifier of node.specifiers) {
    const named = specifier.type === 'ImportSpecifier'
    const typeOnly = node.importKind === 'type' || (named && specifier.importKind === 'type')
    const name = named
      ? exportedName(specifier.imported)
      : specifier.type === 'ImportDefaultSpecifier'
        ? 'default'
        : '*'
    const imported = { source: node.source.value, name, typeOnly }
    declare(scope, specifier.local, { kind: 'import', imported }, [])
  }
}

/** A name in an import or export list, possibly quoted. */
export function exportedName(node: Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' ? String(node.value) : ''
}
