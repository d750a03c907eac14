import { parseSync } from 'oxc-parser'
import { SourceModule, withRange } from './source-module'

/** @throws ParseError if the text isn't JavaScript or TypeScript */
export function parseModule(file: string, text: string): SourceModule {
  const { program, comments, errors } = parseSync(file, text, { preserveParens: false })
  const first = errors.find(({ severity }) => severity === 'Error')
  if (first) {
    const at = first.labels[0]?.start ?? 0
    throw new ParseError(first.message, text.slice(0, at).split('\n').length)
  }
  return new SourceModule(file, text, program, comments.map(withRange))
}

export class ParseError extends Error {
  override name = 'ParseError'

  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message)
  }
}
