import { readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { isUnder, type Settings } from '../../config/load-config'
import { extensions } from '../../project/extensions'

/** Output folders of tools, if next to a `package.json`. Elsewhere, the names mean nothing. */
const made: ReadonlySet<string> = new Set([
  'build',
  'coverage',
  'dist',
  'out',
  'public',
  'storybook-static',
  'vendor',
])

export interface SourceFiles {
  files: string[]
  /** The number of skipped files and folders, by reason. */
  skipped: ReadonlyMap<string, number>
}

/**
 * Returns the source files below these folders in a stable order. A requested folder is included even if the
 * configuration excludes it.
 */
export function sourceFiles(settings: Settings, folders: readonly string[]): SourceFiles {
  const skipped = new Map<string, number>()
  const files = folders.flatMap((folder) => {
    const ignored = settings.config.ignore.filter((place) => !isUnder(settings, folder, [place]))
    return filesIn(settings, folder, { ignored, skipped })
  })
  return { files, skipped }
}

interface Walk {
  ignored: readonly string[]
  skipped: Map<string, number>
}

function filesIn(settings: Settings, folder: string, walk: Walk): string[] {
  const entries = entriesOf(folder)
  const isPackage = entries.some(({ name }) => name === 'package.json')
  const skip = (reason: string) => {
    walk.skipped.set(reason, (walk.skipped.get(reason) ?? 0) + 1)
    return []
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    const { name } = entry
    if (name === 'node_modules' || name.startsWith('.')) return []
    if (isUnder(settings, path, walk.ignored)) return skip('left out by the configuration')
    if (entry.isDirectory()) {
      if (isPackage && made.has(name)) return skip(`made by a tool: ${name}/ next to a package.json`)
      return filesIn(settings, path, walk)
    }
    return entry.isFile() && isSource(name) ? [path] : []
  })
}

/** Skips unreadable folders, which a build couldn't read either. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

function isSource(name: string): boolean {
  const parts = name.split('.')
  return parts.at(-2) !== 'd' && extensions.includes(`.${parts.at(-1)}`)
}

const testFolders: ReadonlySet<string> = new Set([
  '__tests__',
  '__mocks__',
  'e2e',
  'test',
  'tests',
  'testing',
])

/** Whether a file looks like a test. Its `'use server'` still counts, because Next compiles any imported file. */
export function isTest(file: string, root: string): boolean {
  const parts = file.slice(root.length).split(/[\\/]/)
  const name = parts.at(-1) ?? ''
  const words = name.split('.')
  return (
    words.includes('test') ||
    words.includes('spec') ||
    words[0] === 'testing' ||
    parts.slice(0, -1).some((part) => testFolders.has(part))
  )
}
