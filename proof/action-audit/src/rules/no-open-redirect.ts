import type { Node } from 'oxc-parser'
import type { Definition } from '../action/definition'
import { constantOf } from '../project/constant'
import { follow } from '../project/follow'
import { memberPathOf, namesOf } from '../project/member-path'
import { originsOf } from '../project/origin'
import { readSchema } from '../schema/read-schema'
import { mentionsServer } from '../syntax/mentions-server'
import { isFunction, methodCall, unwrapped, walk } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { defineRule } from './define-rule'
import { pathInInput } from './input'
import { isRestricted, shapeAt } from './restricted'
import { replaced, type Repair } from './repair'
import type { Subject } from './subject'

const redirects: ReadonlySet<string> = new Set(['redirect', 'permanentRedirect'])

/** `redirect()` also follows absolute URLs and `//evil.example`, behind a link that shows our domain. */
export const noOpenRedirect = defineRule({
  name: 'no-open-redirect',
  description: 'No redirect uses a target from the caller, unless a guard reduces it to a path.',
  // Outside actions, only the URL of a page counts as input.
  concerns: (text) => mentionsServer(text) || text.includes('searchParams'),
  recommended: true,
  check(subject) {
    for (const endpoint of subject.readEndpoints) {
      const { handler } = endpoint.definition
      if (!handler) continue
      for (const { call, target } of redirectsIn(subject, handler.module, handler.node)) {
        const tester = new Target(subject, handler.module, endpoint.definition)
        if (tester.isOpen(target)) {
          subject.reportFor(
            endpoint,
            `"${endpoint.name}" redirects to a target from its input.`,
            {
              module: handler.module,
              node: call,
            },
            guarded(subject, handler.module, target),
          )
        }
      }
    }
    if (subject.module.isServer) return
    for (const { call, target } of redirectsIn(subject, subject.module, subject.module.program)) {
      if (new Target(subject, subject.module, undefined).isOpen(target))
        subject.report(
          call,
          'This redirects to a target from the URL of the page.',
          guarded(subject, subject.module, target),
        )
    }
  },
})

/** `redirect(to)` becomes `redirect(redirectPath(to))` where the guard is imported. Paths stay unchanged. */
function guarded({ sources }: Subject, module: SourceModule, target: Node): Repair | undefined {
  const name = sources.settings.config.redirectGuards.find((each) => module.scopes.topLevel(each)?.imported)
  return name === undefined
    ? undefined
    : replaced(target, `${name}(${module.textOf(target)})`, `Reduce it to a path with ${name}()`, true)
}

function redirectsIn(
  { sources }: Subject,
  module: SourceModule,
  within: Node,
): { call: Node; target: Node }[] {
  const found: { call: Node; target: Node }[] = []
  walk(within, (node) => {
    if (node.type !== 'CallExpression') return
    const [target] = node.arguments
    const callee = follow(sources.project, { module, node: node.callee })
    const isRedirect =
      callee.kind === 'external' && callee.source === 'next/navigation' && redirects.has(callee.name)
    if (isRedirect && target) found.push({ call: node, target })
  })
  return found
}

/** Maximum depth for paths built from parts. */
const DEEPEST = 20

/** Decides whether the caller controls a redirect target. */
class Target {
  constructor(
    readonly subject: Subject,
    readonly module: SourceModule,
    /** The redirecting action. Without one, only the URL of a page counts as input. */
    readonly definition: Definition | undefined,
  ) {}

  isOpen(node: Node, depth = 0): boolean {
    if (depth > DEEPEST) return true
    const bare = this.#resolved(unwrapped(node))
    switch (bare.type) {
      case 'TemplateLiteral':
        return this.#isOpenText(bare.quasis[0]?.value.cooked ?? '', bare.expressions)
      case 'BinaryExpression':
        return this.#isOpenText(this.#constant(bare.left) ?? '', [bare.left, bare.right])
      case 'ConditionalExpression':
        return this.isOpen(bare.consequent, depth + 1) || this.isOpen(bare.alternate, depth + 1)
      case 'LogicalExpression':
        return this.isOpen(bare.left, depth + 1) || this.isOpen(bare.right, depth + 1)
      case 'CallExpression':
      case 'NewExpression': {
        if (this.#isGuard(bare)) return false
        const link = methodCall(bare)
        return [...bare.arguments, ...(link ? [link.object] : [])].some((part) => this.#isInput(part))
      }
      default:
        return this.#isInput(bare) && !this.#isListed(bare)
    }
  }

  /** Resolves a constant to its initializer if that is built in this file. */
  #resolved(node: Node, depth = 0): Node {
    const binding = this.module.scopes.lookup(node)
    if (binding?.kind !== 'variable' || !binding.init || binding.path.length > 0 || depth > DEEPEST)
      return node
    const init = unwrapped(binding.init)
    return init.type === 'Identifier' ? this.#resolved(init, depth + 1) : init
  }

  /** Text that starts with `/x` or a full origin can't lead elsewhere. */
  #isOpenText(start: string, parts: readonly Node[]): boolean {
    const isPath = start.length > 1 && start.startsWith('/') && start[1] !== '/' && start[1] !== '\\'
    const isAddress = start.includes('://') && start.indexOf('/', start.indexOf('://') + 3) > 0
    if (isPath || isAddress) return false
    return parts.some((part) => this.#isInput(part) && !this.#isNarrow(part))
  }

  #constant(node: Node): string | undefined {
    const bare = unwrapped(node)
    if (bare.type === 'BinaryExpression') return this.#constant(bare.left)
    if (bare.type === 'TemplateLiteral') return bare.quasis[0]?.value.cooked ?? undefined
    const value = constantOf(this.subject.sources.project, { module: this.module, node })
    return typeof value === 'string' ? value : undefined
  }

  #isGuard(node: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>): boolean {
    const { redirectGuards } = this.subject.sources.settings.config
    const { root, path } = memberPathOf(this.module, node.callee)
    const names = path.length > 0 ? path.slice(-1) : namesOf(this.module, root)
    return names.some((name) => [...redirectGuards, 'encodeURIComponent', 'Number'].includes(name))
  }

  /** Whether any part comes from the caller. */
  #isInput(node: Node, depth = 0): boolean {
    // Too deep to know that it's safe.
    if (depth > DEEPEST) return true
    let found = false
    walk(node, (part) => {
      if (isFunction(part) || this.#isServerMade(part)) return false
      if ((part.type === 'CallExpression' || part.type === 'NewExpression') && this.#isGuard(part))
        return false
      found ||= this.#paths(this.#resolved(part)).length > 0
      const made = this.#resolved(part)
      if (made !== part && made.type !== 'Identifier') found ||= this.#isInput(made, depth + 1)
      return !found
    })
    return found
  }

  /** A property of a function result isn't input, even if the function received input. */
  #isServerMade(node: Node): boolean {
    if (node.type !== 'MemberExpression') return false
    const owner = this.#resolved(unwrapped(node.object))
    return unwrapped(owner).type === 'CallExpression' && this.#paths(owner).length === 0
  }

  #isListed(node: Node): boolean {
    return this.#shapes(node).every((shape) => shape?.kind === 'choice' || shape?.local === true)
  }

  #isNarrow(node: Node): boolean {
    const shapes = this.#shapes(node)
    return shapes.length > 0 && shapes.every((shape) => shape && isRestricted(shape))
  }

  #shapes(node: Node) {
    const schema = this.definition?.inputSchema
    const shape = schema && readSchema(this.subject.sources.project, schema)
    return this.#paths(node).map((path) => shape && shapeAt(shape, path))
  }

  #paths(node: Node): (readonly string[])[] {
    return originsOf(this.module, node).flatMap((origin) => {
      if (this.definition) {
        const path = pathInInput(this.definition, origin)
        return path ? [path] : []
      }
      return origin.path[0] === 'searchParams' || origin.binding.name === 'searchParams' ? [origin.path] : []
    })
  }
}
