import { dirname, isAbsolute, resolve } from 'node:path'
import type { Rule } from 'eslint'
import type { Sources } from '../action/sources'
import { settingsFor } from '../config/load-config'
import { Project } from '../project/project'
import { parseModule } from '../syntax/parse'
import type { SourceModule } from '../syntax/source-module'

/** One per process, because many files depend on the same ones. */
const project = new Project()

interface Linted {
  module: SourceModule
  sources: Sources
}

let last: { file: string; text: string; linted: Linted | undefined } | undefined

/** The linted file. It is parsed once, because all rules run on it in a row. */
export function lintedModule({ filename, sourceCode, cwd }: Rule.RuleContext): Linted | undefined {
  const file = isAbsolute(filename) ? filename : resolve(cwd, filename)
  const { text } = sourceCode
  if (last?.file !== file || last.text !== text) last = { file, text, linted: read(file, text) }
  return last.linted
}

function read(file: string, text: string): Linted | undefined {
  // Report a broken configuration: without its names, every rule would pass.
  const sources = { project, settings: settingsFor(dirname(file)) }
  try {
    return { module: parseModule(file, text), sources }
  } catch {
    // If only the linter can parse the file, the audit reports it as unreadable.
    return undefined
  }
}
