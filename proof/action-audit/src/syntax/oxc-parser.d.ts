/** Parts of the parser that it exports without types. The version is pinned. */
declare module 'oxc-parser/src-js/bindings' {
  import type { Comment, OxcError, ParserOptions } from 'oxc-parser'

  export function parseSync(
    file: string,
    text: string,
    options?: ParserOptions,
  ): { program: string; comments: Comment[]; errors: OxcError[] }
}

declare module 'oxc-parser/src-js/wrap.js' {
  import type { Program } from 'oxc-parser'

  export function jsonParseAst(json: string): Program
}
