import { rangeOf } from 'action-audit/syntax/node'
import { parseModule } from 'action-audit/syntax/parse'

import type { Code } from '@/features/lab/lessons/code-schema'

type Module = ReturnType<typeof parseModule>
type Statement = Module['program']['body'][number]

/**
 * Declarations of a file as they stand in it, in their order there, with the comments in front of them.
 * @throws when one of the names is declared no more: what shows it would show something else
 */
export function codeOf(file: string, text: string, names: readonly string[]): Code {
  const source = parseModule(file, text)
  const found = source.program.body.filter((statement) => names.some((name) => declares(statement, name)))
  const missing = names.filter((name) => !found.some((statement) => declares(statement, name)))
  const [first] = found
  if (missing.length > 0 || !first)
    throw new Error(`${file} does not declare ${missing.join(', ')} any more.`)
  return {
    file,
    line: source.text.slice(0, startOf(source, first)).split('\n').length,
    code: [
      ...(source.isServer ? ["'use server'"] : []),
      ...found.map((statement) => textOf(source, statement)),
    ].join('\n\n'),
  }
}

function declares(statement: Statement, name: string): boolean {
  const isExport =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
  const declaration = isExport ? statement.declaration : statement
  if (declaration?.type === 'FunctionDeclaration') return declaration.id?.name === name
  if (declaration?.type !== 'VariableDeclaration') return false
  return declaration.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name)
}

/** Where the comments in front of it begin, or itself. */
function startOf(source: Module, statement: Statement): number {
  return source.commentsBefore(statement)[0]?.range[0] ?? rangeOf(statement)[0]
}

function textOf(source: Module, statement: Statement): string {
  return source.text.slice(startOf(source, statement), rangeOf(statement)[1])
}
