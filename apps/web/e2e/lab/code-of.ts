import { rangeOf } from 'action-audit/syntax/node'
import { parseModule } from 'action-audit/syntax/parse'

import type { Code } from '@/features/lab/lessons/code-schema'

type Module = ReturnType<typeof parseModule>
type Statement = Module['program']['body'][number]

/**
 * Returns a file's named declarations in file order, each with the comments in front of it.
 * @throws if a name isn't declared, so the lab never shows the wrong code
 */
export function codeOf(file: string, text: string, names: readonly string[]): Code {
  const source = parseModule(file, text)
  const found = source.program.body.filter((statement) => names.some((name) => declares(statement, name)))
  const missing = names.filter((name) => !found.some((statement) => declares(statement, name)))
  const [first] = found
  if (missing.length > 0 || !first) throw new Error(`${file} no longer declares ${missing.join(', ')}.`)
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

/** Where the declaration begins, including its leading comments. */
function startOf(source: Module, statement: Statement): number {
  return source.commentsBefore(statement)[0]?.range[0] ?? rangeOf(statement)[0]
}

function textOf(source: Module, statement: Statement): string {
  return source.text.slice(startOf(source, statement), rangeOf(statement)[1])
}
