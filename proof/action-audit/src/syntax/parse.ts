// The app's compiler reads this file too, without this package's declarations.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./oxc-parser.d.ts" />
import { parseSync } from 'oxc-parser/src-js/bindings'
import { jsonParseAst } from 'oxc-parser/src-js/wrap.js'
import { SourceModule, withRange } from './source-module'

/**
 * Calls the parser's binding, because its own wrapper also converts a list of imports and exports, which takes longer than the
 * rest.
 * @throws ParseError if the text isn't JavaScript or TypeScript
 */
export function parseModule(file: string, text: string): SourceModule {
  // Takes all at once, because the parser keeps what isn't taken.
  const { program, comments, errors } = parseSync(file, text, { preserveParens: false })
  const first = errors.find(({ severity }) => severity === 'Error')
  if (first) {
    const at = first.labels[0]?.start ?? 0
    throw new ParseError(first.message, text.slice(0, at).split('\n').length)
  }
  return new SourceModule(file, text, jsonParseAst(program), comments.map(withRange))
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
