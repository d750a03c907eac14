import type { Comment, Node, Program } from 'oxc-parser'
import { rangeOf } from './node'
import { Scopes } from './scopes'

export interface SourceComment {
  value: string
  range: readonly [number, number]
}

/** One parsed source file. */
export class SourceModule {
  /** Starts with `'use server'`, so every export is an endpoint. */
  readonly isServer: boolean
  /** Starts with `'use client'`. */
  readonly isClient: boolean
  readonly #lineStarts: number[] = [0]
  #scopes: Scopes | undefined

  constructor(
    /** Absolute. */
    readonly file: string,
    readonly text: string,
    readonly program: Program,
    readonly comments: readonly SourceComment[],
  ) {
    const directives = directivesOf(program.body)
    this.isServer = directives.includes('use server')
    this.isClient = directives.includes('use client')
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1)
  }

  /** Built on demand, because most files don't need it. */
  get scopes(): Scopes {
    this.#scopes ??= new Scopes(this.program)
    return this.#scopes
  }

  /** The line and column of a node, starting at 1. */
  position(node: Node): { line: number; column: number } {
    const [at] = rangeOf(node)
    let low = 0
    let high = this.#lineStarts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#lineStarts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - (this.#lineStarts[low] ?? 0) + 1 }
  }

  textOf(node: Node): string {
    return this.text.slice(...rangeOf(node))
  }

  /** The top-level statement that contains the node. */
  statementOf(node: Node): Node | undefined {
    const [at] = rangeOf(node)
    return this.program.body.find((statement) => {
      const [start, end] = rangeOf(statement)
      return start <= at && at < end
    })
  }

  /** The comments directly before a top-level statement. */
  commentsBefore(statement: Node): SourceComment[] {
    const [start] = rangeOf(statement)
    const earlier = this.program.body.map(rangeOf).filter(([, end]) => end <= start)
    const from = earlier.at(-1)?.[1] ?? 0
    return this.comments.filter(({ range }) => range[0] >= from && range[1] <= start)
  }
}

/** The directives of a program or function body. A parenthesized string isn't one. */
export function directivesOf(body: readonly Node[]): string[] {
  const directives = []
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || typeof statement.directive !== 'string') break
    const { expression } = statement
    // Compares the string value, like Next, so escapes make no difference.
    directives.push(expression.type === 'Literal' ? String(expression.value) : statement.directive)
  }
  return directives
}

export function withRange({ value, start, end }: Comment): SourceComment {
  return { value, range: [start, end] }
}
