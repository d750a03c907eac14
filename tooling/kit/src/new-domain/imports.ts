/** Merges named imports into one line per module, sorted by module. */
export function importLines(lines: readonly string[]): string {
  const modules = new Map<string, Set<string>>()
  for (const line of lines) {
    const [, names = '', module = ''] = /^import \{ (.+) \} from '(.+)'$/.exec(line) ?? []
    modules.set(module, new Set([...(modules.get(module) ?? []), ...names.split(', ')]))
  }
  return [...modules]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `import { ${[...names].toSorted().join(', ')} } from '${module}'`)
    .join('\n')
}

const isBeside = (line: string) => line.includes(` from './`)

/** The imports from other folders. */
export const otherImports = (lines: readonly string[]): string =>
  importLines(lines.filter((line) => !isBeside(line)))

/** The imports from the same folder. */
export const siblingImports = (lines: readonly string[]): string => importLines(lines.filter(isBeside))
