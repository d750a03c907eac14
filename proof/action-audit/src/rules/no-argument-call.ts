import type { Node } from 'oxc-parser'
import type { Definition } from '../action/definition'
import { originsOf } from '../project/origin'
import { readSchema } from '../schema/read-schema'
import { methodCall, unwrapped, walk } from '../syntax/node'
import type { SourceModule } from '../syntax/source-module'
import { defineRule } from './define-rule'
import { pathInInput } from './input'
import { isRestricted, shapeAt } from './restricted'
import type { Subject } from './subject'

/** Built-in methods of strings, arrays, forms and similar objects. `FormData` has none that `URLSearchParams` lacks. */
const ownMethods: ReadonlySet<string> = new Set(
  [String, Number, Boolean, Array, Map, Set, Date, Blob, File, URLSearchParams, Uint8Array, BigInt]
    .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))
    .filter((name) => name !== 'constructor'),
)

/** Methods that call their argument. */
const callers: ReadonlySet<string> = new Set([
  'then',
  'catch',
  'finally',
  'map',
  'flatMap',
  'forEach',
  'filter',
  'find',
  'findIndex',
  'some',
  'every',
  'reduce',
  'sort',
  'toSorted',
  'from',
  'apply',
  'construct',
  'replace',
  'replaceAll',
])

/** An argument can be another server function, chosen by the caller. */
export const noArgumentCall = defineRule({
  name: 'no-argument-call',
  description: 'No handler calls a function from its input.',
  recommended: true,
  check(subject) {
    for (const endpoint of subject.readEndpoints) {
      const { definition, name } = endpoint
      const { handler } = definition
      if (!handler) continue
      const calls = new Calls(subject, handler.module, definition)
      walk(handler.node, (node) => {
        if (calls.callsInput(node))
          subject.reportFor(endpoint, `"${name}" calls a function from its input.`, {
            module: handler.module,
            node,
          })
      })
    }
  },
})

class Calls {
  constructor(
    readonly subject: Subject,
    readonly module: SourceModule,
    readonly definition: Definition,
  ) {}

  callsInput(node: Node): boolean {
    switch (node.type) {
      case 'NewExpression':
        return this.#paths(node.callee).length > 0
      case 'TaggedTemplateExpression':
        return this.#isForeign(node.tag)
      case 'CallExpression':
        return this.#isForeign(node.callee) || this.#isChosen(node.callee) || this.#isHandedOver(node)
      default:
        return false
    }
  }

  /** Whether the called function comes from the input. */
  #isForeign(callee: Node): boolean {
    return this.#paths(callee).some((path) => {
      const method = path.at(-1)
      if (path.length === 0 || method === undefined) return true
      // The result of a built-in method belongs to the runtime, and so do its methods.
      if (path.slice(0, -1).some((key) => key.endsWith('()'))) return false
      const isMember = unwrapped(callee).type === 'MemberExpression'
      return !isMember || !ownMethods.has(method)
    })
  }

  /** `handlers[name]()` with a name from the input. */
  #isChosen(callee: Node): boolean {
    const bare = unwrapped(callee)
    if (bare.type !== 'MemberExpression' || !bare.computed) return false
    return this.#paths(bare.property).some((path) => !this.#isListed(path))
  }

  /** `.then(input.done)`, `Reflect.apply(input.done, …)`, `setTimeout(input.done)`. */
  #isHandedOver(node: Extract<Node, { type: 'CallExpression' }>): boolean {
    const link = methodCall(node)
    const callee = unwrapped(node.callee)
    const name = link ? link.method : callee.type === 'Identifier' ? callee.name : undefined
    const takes = name !== undefined && (callers.has(name) || timers.has(name))
    if (!takes) return false
    const isReplace = name === 'replace' || name === 'replaceAll'
    // `Array.from(input)` and `Object.fromEntries` take values first and the function second.
    const given = name === 'from' || isReplace ? node.arguments.slice(1) : node.arguments.slice(0, 1)
    return given.some((argument) => this.#paths(argument).some((path) => !this.#isText(path)))
  }

  #paths(node: Node): (readonly string[])[] {
    return originsOf(this.module, node).flatMap((origin) => {
      const path = pathInInput(this.definition, origin)
      return path ? [path] : []
    })
  }

  #isListed(path: readonly string[]): boolean {
    const shape = this.#shapeAt(path)
    return shape !== undefined && isRestricted(shape) && shape.kind !== 'string'
  }

  /** Whether the schema rules out a function. */
  #isText(path: readonly string[]): boolean {
    const kind = this.#shapeAt(path)?.kind
    return kind !== undefined && kind !== 'unread'
  }

  #shapeAt(path: readonly string[]) {
    const { inputSchema } = this.definition
    return inputSchema && shapeAt(readSchema(this.subject.sources.project, inputSchema), path)
  }
}

const timers: ReadonlySet<string> = new Set([
  'setTimeout',
  'setImmediate',
  'queueMicrotask',
  'after',
  'unstable_cache',
])
