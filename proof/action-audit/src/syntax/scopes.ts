import type { Node, Program } from 'oxc-parser'
import { childrenOf, isFunction, staticKey, unwrapped, type FunctionNode } from './node'

/** `*` stands for a place that only the run tells, `...` for what is left of an object or list. */
export type Path = readonly string[]

export interface Binding {
  name: string
  kind: 'import' | 'variable' | 'function' | 'class' | 'enum' | 'parameter' | 'caught' | 'type'
  /** Where the name stands in its declaration. */
  node: Node
  /** What the value is taken from, at `path`. */
  init?: Node
  path: Path
  /** Something else is written to it later, so that `init` says nothing. */
  reassigned: boolean
  /** Something is written into it later, so that the members in `init` say nothing. */
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

/** Where a node keeps what it stands in: on itself, which costs less than a map of all nodes. */
const parent = Symbol('parent')
const scopeOfName = Symbol('scope')

type Placed = Node & { [parent]?: Node; [scopeOfName]?: Scope }

/** Which declaration a name means, at any place of one file. */
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

  /** The declaration that an identifier at this place means. */
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
    // Only names are looked up.
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

  /** Declares what the node declares, and answers the scope that its parts stand in. */
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
        // A value of the same name comes first: only the value is there at run time.
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

/** How a loop binds what it goes through. */
function loopValue(node: Node, parent: Node | undefined): Node | undefined {
  const isLoop = parent?.type === 'ForOfStatement' || parent?.type === 'ForInStatement'
  return isLoop && parent.left === node ? parent.right : undefined
}

function declare(scope: Scope, node: Node, what: Declare, path: Path): void {
  if (node.type !== 'Identifier') return
  const earlier = scope.bindings.get(node.name)
  // `var` twice, or an overload: neither declaration alone says what the name means.
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

/** A name in an import or export list, which may stand in quotes. */
export function exportedName(node: Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' ? String(node.value) : ''
}
