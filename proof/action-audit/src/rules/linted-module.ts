import { dirname, isAbsolute, resolve } from 'node:path'
import type { Rule } from 'eslint'
import type { Sources } from '../action/sources'
import { settingsFor } from '../config/load-config'
import { Project } from '../project/project'
import { parseModule } from '../syntax/parse'
import type { SourceModule } from '../syntax/source-module'

/** One for the process: most files are asked for by the rules of many others. */
const project = new Project()

interface Linted {
  module: SourceModule
  sources: Sources
}

let last: { file: string; text: string; linted: Linted | undefined } | undefined

/** The file under the linter. All rules ask for the same one in a row, so it is read once. */
export function lintedModule({ filename, sourceCode, cwd }: Rule.RuleContext): Linted | undefined {
  const file = isAbsolute(filename) ? filename : resolve(cwd, filename)
  const { text } = sourceCode
  if (last?.file !== file || last.text !== text) last = { file, text, linted: read(file, text) }
  return last.linted
}

function read(file: string, text: string): Linted | undefined {
  // Of a broken configuration the linter has to tell: without the names, every rule would be kept.
  const sources = { project, settings: settingsFor(dirname(file)) }
  try {
    return { module: parseModule(file, text), sources }
  } catch {
    // What the linter could read and we cannot, the audit reports as a file of which nothing is known.
    return undefined
  }
}
