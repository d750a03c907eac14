import type { Comment, Node, Program } from 'oxc-parser'
import { rangeOf } from './node'
import { Scopes } from './scopes'

export interface SourceComment {
  value: string
  range: readonly [number, number]
}

/** One file of source, read. */
export class SourceModule {
  /** It begins with `'use server'`: every one of its exports is an endpoint. */
  readonly isServer: boolean
  /** It begins with `'use client'`. */
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

  /** Made when somebody asks: most files are only looked over. */
  get scopes(): Scopes {
    this.#scopes ??= new Scopes(this.program)
    return this.#scopes
  }

  /** Where a node begins, both counted from 1. */
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

  /** The statement of the file's top level that the node stands in. */
  statementOf(node: Node): Node | undefined {
    const [at] = rangeOf(node)
    return this.program.body.find((statement) => {
      const [start, end] = rangeOf(statement)
      return start <= at && at < end
    })
  }

  /** The comments that stand directly before a statement of the top level. */
  commentsBefore(statement: Node): SourceComment[] {
    const [start] = rangeOf(statement)
    const earlier = this.program.body.map(rangeOf).filter(([, end]) => end <= start)
    const from = earlier.at(-1)?.[1] ?? 0
    return this.comments.filter(({ range }) => range[0] >= from && range[1] <= start)
  }
}

/** The directives at the head of a program or of a function's body. In parentheses it is none. */
export function directivesOf(body: readonly Node[]): string[] {
  const directives = []
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || typeof statement.directive !== 'string') break
    const { expression } = statement
    // As Next compares it: an escape in the text makes no difference to what it says.
    directives.push(expression.type === 'Literal' ? String(expression.value) : statement.directive)
  }
  return directives
}

export function withRange({ value, start, end }: Comment): SourceComment {
  return { value, range: [start, end] }
}
