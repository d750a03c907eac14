import type { Node } from 'oxc-parser'
import { cut, isInside, rangeToCut, type Range } from './cut'
import { declaredBy, removableAround } from './removable'
import { isReference, nameOf, parse, places, type Module, type Place } from './syntax'

export interface Removed {
  /** Whether an imported name is removed; `*` for the whole module. */
  isGone: (specifier: string, name: string) => boolean
  /** Whether a string or property name refers to something removed. */
  isTerm: (text: string, place: Place) => boolean
  /** Declarations to remove from this module. */
  names: ReadonlySet<string>
}

interface Pruned {
  source: string
  /** Exports that were removed with what they used. */
  exports: string[]
}

/**
 * Removes everything in a module that uses something removed, and what only that used.
 * @throws Error with the line of a use that can't be removed by itself
 */
export function pruneModule(path: string, source: string, removed: Removed): Pruned {
  const pruning = new Pruning(path, parse(path, source), removed)
  pruning.run()
  return { source: cut(source, pruning.ranges), exports: [...pruning.exports] }
}

class Pruning {
  readonly ranges: Range[] = []
  readonly exports = new Set<string>()
  /** Removed names, each with its scope. */
  private readonly gone = new Map<string, Node>()
  private readonly places: readonly Place[]

  constructor(
    private readonly path: string,
    private readonly module: Module,
    private readonly removed: Removed,
  ) {
    this.places = places(module.program)
  }

  run(): void {
    this.removeImports()
    this.removeNamed()
    for (const place of this.places) if (this.isStart(place)) this.remove(place)
    let before = -1
    while (before !== this.ranges.length) {
      before = this.ranges.length
      for (const place of this.places) if (this.isGoneReference(place)) this.remove(place)
      if (before === this.ranges.length) this.removeUnused()
    }
  }

  private removeImports(): void {
    for (const place of this.places) {
      const { node } = place
      if (node.type === 'ExportAllDeclaration' && this.removed.isGone(node.source.value, '*')) this.cut(place)
      if (node.type !== 'ImportDeclaration') continue
      const specifier = node.source.value
      if (this.removed.isGone(specifier, '*')) {
        for (const { local } of node.specifiers) this.gone.set(local.name, this.module.program)
        this.cut(place)
        continue
      }
      const lost = node.specifiers.filter(
        (each) =>
          each.type === 'ImportSpecifier' && this.removed.isGone(specifier, nameOf(each.imported) ?? ''),
      )
      for (const each of lost) this.gone.set(each.local.name, this.module.program)
      this.cutSpecifiers(place, lost)
    }
  }

  private removeNamed(): void {
    const { program } = this.module
    for (const node of program.body) {
      if (declaredBy(node).some((name) => this.removed.names.has(name))) this.cut({ node, above: [program] })
    }
  }

  private cutSpecifiers(place: Place, lost: readonly Node[]): void {
    const { node } = place
    if (node.type !== 'ImportDeclaration' || lost.length === 0) return
    const left = node.specifiers.filter((each) => !lost.includes(each) && !isInside(each, this.ranges))
    if (left.length === 0) this.cut(place)
    else for (const each of lost) this.cut({ node: each, above: [node, ...place.above] })
  }

  /** Whether the place itself is to be removed. */
  private isStart(place: Place): boolean {
    const { node, above } = place
    const [parent] = above
    if (parent?.type === 'ImportDeclaration') return false
    const isKey = parent?.type === 'Property' && parent.key === node && !parent.computed
    const text = isKey ? nameOf(node) : undefined
    return this.removed.isTerm(text ?? (node.type === 'Literal' ? String(node.value) : ''), place)
  }

  private isGoneReference(place: Place): boolean {
    const scope = this.gone.get(nameOf(place.node) ?? '')
    if (!scope || !isReference(place) || isInside(place.node, this.ranges)) return false
    return place.above.includes(scope)
  }

  private remove(place: Place): void {
    if (isInside(place.node, this.ranges)) return
    try {
      this.cut(removableAround(place))
    } catch (error) {
      const line = this.module.source.slice(0, place.node.start).split('\n').length
      throw new Error(`${this.path}:${line} cannot be removed: ${Error.prototype.toString.call(error)}`, {
        cause: error,
      })
    }
  }

  private cut({ node, above: [scope] }: Place): void {
    this.ranges.push(rangeToCut(this.module, node))
    if (!scope) return
    for (const name of declaredBy(node)) {
      this.gone.set(name, scope)
      if (node.type === 'ExportNamedDeclaration') this.exports.add(name)
    }
  }

  /** Removes declarations whose last use was removed. */
  private removeUnused(): void {
    const references = this.places.filter(isReference)
    const isUnused = (name: string) => {
      const uses = references.filter(({ node }) => nameOf(node) === name)
      return uses.length > 0 && uses.every(({ node }) => isInside(node, this.ranges))
    }
    for (const place of this.places) {
      const { node, above } = place
      if (isInside(node, this.ranges)) continue
      if (node.type === 'ImportDeclaration') {
        const unused = node.specifiers.filter(({ local }) => isUnused(local.name))
        this.cutSpecifiers(
          place,
          unused.filter((each) => !isInside(each, this.ranges)),
        )
      }
      const [parent] = above
      const names = parent?.type === 'ExportNamedDeclaration' ? [] : declaredBy(node)
      if (node.type !== 'ExportNamedDeclaration' && names.length > 0 && names.every(isUnused)) this.cut(place)
    }
  }
}
