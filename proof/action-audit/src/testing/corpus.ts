import { mkdtempSync, cpSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { settingsFor } from '../config/load-config'
import { columns, type Column } from '../guards/facts'
import type { Status } from '../guards/verdict'
import { takeInventory } from '../inventory/take-inventory'
import { Project } from '../project/project'

const corpus = join(import.meta.dirname, '../../fixtures/corpus')

/** The expected and the actual guards of an endpoint. */
export interface Labeled {
  /** `authjs/app/actions.ts#createPost`. */
  name: string
  expected: Readonly<Record<Column, Status>>
  found: Readonly<Record<Column, Status>>
}

export const corpusApps = readdirSync(corpus).toSorted()

const MARK = '// guards:'

/** `// guards: authentication ?limits` on the line before an endpoint lists proven and, with `?`, unknown columns. */
function expectedIn(text: string): Map<number, Readonly<Record<Column, Status>>> {
  const lines = text.split('\n')
  return new Map(
    lines.flatMap((line, index) => {
      const at = line.indexOf(MARK)
      if (at < 0) return []
      const words = line
        .slice(at + MARK.length)
        .replace('*/}', '')
        .trim()
        .split(/\s+/)
      const of = (column: Column): Status =>
        words.includes(column)
          ? 'proven'
          : words.includes(`?${column}`)
            ? 'unknown'
            : words.includes(`=${column}`)
              ? 'declared'
              : 'none'
      const entry: Record<Column, Status> = {
        authentication: of('authentication'),
        authorization: of('authorization'),
        validation: of('validation'),
        limits: of('limits'),
      }
      return [[index + 2, entry] as const]
    }),
  )
}

/** Audits an app of the corpus and compares the result with its markers. */
export function readApp(app: string, folder = join(corpus, app)): Labeled[] {
  const sources = { project: new Project(), settings: settingsFor(folder) }
  const { endpoints, entryPoints } = takeInventory(sources, { build: 'ignore', folder })
  const expected = new Map<string, Readonly<Record<Column, Status>>>()
  for (const file of filesIn(folder))
    expectedIn(readFileSync(file, 'utf8')).forEach((each, line) =>
      expected.set(`${relative(folder, file)}:${line}`, each),
    )
  const all = [...endpoints, ...entryPoints].map(({ file, line, exportName, guards }) => {
    const place = `${relative(folder, join(sources.settings.root, file))}`
    const of = (column: Column) => guards[column].status
    const label = expected.get(`${place}:${line}`)
    if (!label) return []
    expected.delete(`${place}:${line}`)
    const found: Record<Column, Status> = {
      authentication: of('authentication'),
      authorization: of('authorization'),
      validation: of('validation'),
      limits: of('limits'),
    }
    return [{ name: `${app}/${place}#${exportName}:${line}`, expected: label, found }]
  })
  if (expected.size > 0)
    throw new Error(`No endpoint was found at ${app}: ${[...expected.keys()].join(', ')}`)
  return all.flat()
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** A line with a guard, and the column it proves. */
export interface GuardLine {
  app: string
  file: string
  line: number
  columns: readonly Column[]
}

const GUARD = '// guard:'

/** The lines marked as guards: `// guard: authentication`. */
export function guardLines(app: string): GuardLine[] {
  const folder = join(corpus, app)
  return filesIn(folder).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, index) => {
        const at = text.indexOf(GUARD)
        if (at < 0) return []
        const words = text
          .slice(at + GUARD.length)
          .trim()
          .split(/\s+/)
        const named = columns.filter((column) => words.includes(column))
        return [{ app, file: relative(folder, file), line: index + 1, columns: named }]
      }),
  )
}

/** The app without one of its guards. */
export function withoutGuard<Result>(
  { app, file, line }: GuardLine,
  look: (folder: string) => Result,
): Result {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'action-audit-corpus-')))
  try {
    cpSync(join(corpus, app), folder, { recursive: true })
    const path = join(folder, file)
    const lines = readFileSync(path, 'utf8').split('\n')
    lines[line - 1] = mutated(lines[line - 1] ?? '')
    writeFileSync(path, lines.join('\n'))
    return look(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Removes `if (…) throw` and calls. Of `a ?? redirect()`, the value stays. */
function mutated(text: string): string {
  const code = text.slice(0, text.indexOf(GUARD))
  if (code.includes('??')) return code.replace(/\?\? redirect\([^)]*\)/, "?? { id: '' }")
  return ''
}
