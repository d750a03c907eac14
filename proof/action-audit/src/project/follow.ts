import type { Node } from 'oxc-parser'
import { exportsOf, type ModuleExport } from '../syntax/exports'
import { staticKey, unwrapped } from '../syntax/node'
import type { Binding } from '../syntax/scopes'
import type { SourceModule } from '../syntax/source-module'
import type { Project } from './project'
import type { Found, Hop, Value } from './value'

/** Maximum number of steps, which also stops circular imports. */
const DEEPEST = 60

interface Trail {
  hops: readonly Hop[]
  depth: number
}

const start: Trail = { hops: [], depth: 0 }

/** Follows an expression through names, properties, imports and re-exports to its definition. */
export function follow(project: Project, value: Value): Found {
  return new Follower(project).expression(value, start)
}

/** A property of an expression's value, or undefined if the properties aren't in the source. */
export function followMember(project: Project, value: Value, name: string): Found | undefined {
  const follower = new Follower(project)
  const owner = follower.expression(value, start)
  return follower.member(owner, name, { hops: owner.hops, depth: 0 })
}

/** A module's export by name. */
export function followExport(project: Project, module: SourceModule, name: string): Found {
  return new Follower(project).exported(module, name, start)
}

class Follower {
  constructor(readonly project: Project) {}

  expression(value: Value, { hops, depth }: Trail): Found {
    if (depth > DEEPEST) return { kind: 'unknown', reason: 'its definition is circular', hops }
    const trail = { hops, depth: depth + 1 }
    const node = unwrapped(value.node)
    if (node.type === 'Identifier') return this.#identifier({ ...value, node }, trail)
    if (node.type !== 'MemberExpression') return { ...value, kind: 'value', node, hops }
    const key = staticKey(node.property, node.computed)
    if (key === undefined)
      return { kind: 'unknown', reason: 'the property name is known only at runtime', hops }
    const owner = this.expression({ ...value, node: node.object }, trail)
    return this.member(owner, key, { ...trail, hops: owner.hops }) ?? { ...value, kind: 'value', node, hops }
  }

  exported(module: SourceModule, name: string, trail: Trail): Found {
    const { hops, depth } = trail
    if (depth > DEEPEST) return { kind: 'unknown', reason: 'its export is circular', hops }
    const all = exportsOf(module)
    const own = all.find((entry) => entry.name === name)
    if (own) return this.#entry(module, own, trail)
    const stars = name === 'default' ? [] : all.filter((entry) => entry.name === '*' && entry.from)
    for (const { from } of stars) {
      const found = this.imported(module, from?.source ?? '', name, { hops, depth: depth + 1 })
      if (found.kind !== 'unknown') return found
    }
    return { kind: 'unknown', reason: `${module.file} does not export "${name}"`, hops }
  }

  imported(module: SourceModule, source: string, name: string, { hops, depth }: Trail): Found {
    const target = this.project.imported(module, source)
    const hop = { source, name, ...(target && { file: target.file }) }
    const trail = { hops: [...hops, hop], depth: depth + 1 }
    if (!target) return { kind: 'external', source, name, hops: trail.hops }
    if (name === '*') return { kind: 'namespace', of: target, hops: trail.hops }
    return this.exported(target, name, trail)
  }

  #entry(module: SourceModule, entry: ModuleExport, trail: Trail): Found {
    if (entry.unclear) return { kind: 'unknown', reason: entry.unclear, hops: trail.hops }
    if (entry.from) return this.imported(module, entry.from.source, entry.from.name, trail)
    if (!entry.value) return { kind: 'unknown', reason: 'it has no value', hops: trail.hops }
    return this.expression({ module, node: entry.value }, trail)
  }

  #identifier(value: Value, trail: Trail): Found {
    const { module, node } = value
    const { hops } = trail
    const binding = module.scopes.lookup(node)
    if (!binding) return { kind: 'global', name: node.type === 'Identifier' ? node.name : '', hops }
    if (binding.imported) return this.imported(module, binding.imported.source, binding.imported.name, trail)
    if (binding.kind === 'parameter') return this.#parameter(binding, value, trail)
    if (binding.reassigned) return { kind: 'unknown', reason: 'it is reassigned later', hops }
    if (!binding.init) return { kind: 'unknown', reason: 'it has no initial value', hops }
    if (binding.init.type === 'FunctionDeclaration' || binding.kind === 'class' || binding.kind === 'enum')
      return { ...value, kind: 'value', node: binding.init, hops }
    if (binding.mutated && isLiteral(binding.init))
      return { kind: 'unknown', reason: 'it is modified later', hops }
    const found = this.expression({ ...value, node: binding.init }, trail)
    return this.#along(found, binding.path, trail)
  }

  #parameter(binding: Binding, value: Value, trail: Trail): Found {
    const given = value.given?.get(binding)
    if (!given || binding.reassigned)
      return { kind: 'parameter', binding, module: value.module, hops: trail.hops }
    return this.#along(this.expression(given, trail), binding.path, trail)
  }

  #along(found: Found, path: readonly string[], trail: Trail): Found {
    let at = found
    for (const key of path) {
      const next = this.member(at, key, { ...trail, hops: at.hops })
      if (!next) return { kind: 'unknown', reason: 'it is destructured from a run-time value', hops: at.hops }
      at = next
    }
    return at
  }

  /** @returns undefined if the owner's properties aren't in the source */
  member(owner: Found, key: string, trail: Trail): Found | undefined {
    if (owner.kind === 'namespace') {
      const trailOfNamespace = { ...trail, hops: withName(owner.hops, key) }
      return this.exported(owner.of, key, trailOfNamespace)
    }
    if (owner.kind === 'external') {
      const name = owner.name === '*' ? key : `${owner.name}.${key}`
      const hops = owner.name === '*' ? withName(owner.hops, key) : owner.hops
      return { ...owner, name, hops }
    }
    if (owner.kind === 'global') return { ...owner, name: `${owner.name}.${key}` }
    if (owner.kind !== 'value') return owner
    const member = this.#literalMember(owner, key, trail)
    return member && this.expression(member, trail)
  }

  #literalMember(owner: Value, key: string, { hops, depth }: Trail): Value | undefined {
    const { node } = owner
    if (depth > DEEPEST) return undefined
    const trail = { hops, depth: depth + 1 }
    if (node.type === 'ArrayExpression') {
      const element = node.elements[Number(key)]
      const certain = !node.elements.slice(0, Number(key) + 1).some((each) => each?.type === 'SpreadElement')
      return element && certain ? { ...owner, node: element } : undefined
    }
    if (node.type !== 'ObjectExpression') return undefined
    return this.#property(owner, node, key, trail)
  }

  #property(
    owner: Value,
    node: Extract<Node, { type: 'ObjectExpression' }>,
    key: string,
    trail: Trail,
  ): Value | undefined {
    // The last property wins, so search from the end.
    for (const property of node.properties.toReversed()) {
      if (property.type === 'SpreadElement') {
        const spread = this.expression({ ...owner, node: property.argument }, trail)
        const inside = spread.kind === 'value' ? this.#literalMember(spread, key, trail) : undefined
        if (inside) return inside
        if (spread.kind !== 'value' || spread.node.type !== 'ObjectExpression') return undefined
        continue
      }
      const name = staticKey(property.key, property.computed)
      if (name === undefined) return undefined
      if (name === key) return property.kind === 'init' ? { ...owner, node: property.value } : undefined
    }
    return undefined
  }
}

function isLiteral(node: Node): boolean {
  const { type } = unwrapped(node)
  return type === 'ObjectExpression' || type === 'ArrayExpression'
}

/** Resolves the member of a namespace import at its use. */
function withName(hops: readonly Hop[], name: string): readonly Hop[] {
  const last = hops.at(-1)
  return last?.name === '*' ? [...hops.slice(0, -1), { ...last, name }] : hops
}
