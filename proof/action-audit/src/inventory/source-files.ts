import { readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { isUnder, type Settings } from '../config/load-config'
import { extensions } from '../project/extensions'

/** What others wrote, a tool made, or a browser gets as it is. */
const foreign: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'build',
  'out',
  'coverage',
  'vendor',
  'public',
  'storybook-static',
])

/** What runs in no build of the app. */
const testFolders: ReadonlySet<string> = new Set([
  '__tests__',
  '__mocks__',
  'e2e',
  'test',
  'tests',
  'testing',
])

/**
 * The files of source below these folders, in an order that is the same everywhere. A folder that is asked for is read,
 * even when the configuration leaves it out.
 */
export function sourceFiles(settings: Settings, folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const ignored = settings.config.ignore.filter((place) => !isUnder(settings, folder, [place]))
    return filesIn(settings, folder, ignored)
  })
}

function filesIn(settings: Settings, folder: string, ignored: readonly string[]): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (isUnder(settings, path, ignored)) return []
    if (entry.isDirectory()) return isForeign(entry.name) ? [] : filesIn(settings, path, ignored)
    return entry.isFile() && isSource(entry.name) ? [path] : []
  })
}

/** A folder that may not be opened holds nothing that a build could open either. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

function isForeign(name: string): boolean {
  return name.startsWith('.') || foreign.has(name) || testFolders.has(name)
}

function isSource(name: string): boolean {
  const parts = name.split('.')
  const isTest = parts.includes('test') || parts.includes('spec') || parts[0] === 'testing'
  const isDeclaration = parts.at(-2) === 'd'
  return !isTest && !isDeclaration && extensions.includes(`.${parts.at(-1)}`)
}
