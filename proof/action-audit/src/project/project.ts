import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, isAbsolute, join, sep } from 'node:path'
import { ResolverFactory } from 'oxc-resolver'
import { ParseError, parseModule } from '../syntax/parse'
import type { SourceModule } from '../syntax/source-module'
import { extensions } from './extensions'

/** How a file is named that another one imports, as bundlers for Next do it. */
const resolution = {
  tsconfig: 'auto' as const,
  extensions: [...extensions],
  conditionNames: ['react-server', 'node', 'import', 'default'],
  extensionAlias: {
    '.js': ['.ts', '.tsx', '.js', '.jsx'],
    '.jsx': ['.tsx', '.jsx'],
    '.mjs': ['.mts', '.mjs'],
    '.cjs': ['.cts', '.cjs'],
  },
  builtinModules: true,
  // Whoever started us may have set it, as pnpm does; the app is not resolved by it.
  nodePath: false,
}

export interface Unreadable {
  file: string
  line: number
  reason: string
}

/** The files that are looked at, each read once, and how they find one another. */
export class Project {
  readonly #resolver = new ResolverFactory(resolution)
  readonly #modules = new Map<string, { module: SourceModule | undefined; changed: number }>()
  readonly #resolved = new Map<string, string | undefined>()
  readonly unreadable = new Map<string, Unreadable>()

  /**
   * @returns undefined when it is no source or cannot be parsed; why is in `unreadable` then. Nothing about such a file
   * is known, so whoever asks has to take it for the worst.
   */
  load(file: string): SourceModule | undefined {
    if (!extensions.includes(extname(file))) return undefined
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
    const known = this.#modules.get(file)
    if (known?.changed === changed) return known.module
    const read = this.#read(file)
    this.#modules.set(file, { module: read, changed })
    return read
  }

  /** The module that an import means; undefined for a package, a builtin, and what is not there. */
  imported(from: SourceModule, source: string): SourceModule | undefined {
    const file = this.fileOf(from, source)
    return file === undefined ? undefined : this.load(file)
  }

  /** The path of an import; undefined for a package, a builtin, and what is not there. */
  fileOf(from: SourceModule, source: string): string | undefined {
    if (!isAbsolute(from.file)) return undefined
    const key = `${from.file}\0${source}`
    if (!this.#resolved.has(key)) this.#resolved.set(key, this.#resolve(from.file, source))
    return this.#resolved.get(key)
  }

  #resolve(file: string, source: string): string | undefined {
    const { path } = this.#resolver.resolveFileSync(file, source)
    if (path === undefined && source.startsWith('@/'))
      return this.#resolveAlias(dirname(file), source.slice(2))
    return path?.includes(`${sep}node_modules${sep}`) ? undefined : path
  }

  /** `@/` where no `tsconfig.json` says what it means: by custom, the folder of the app or `src` in it. */
  #resolveAlias(folder: string, place: string): string | undefined {
    const parent = dirname(folder)
    if (!existsSync(join(folder, 'package.json')))
      return parent === folder ? undefined : this.#resolveAlias(parent, place)
    return (
      this.#resolver.sync(folder, `./src/${place}`).path ?? this.#resolver.sync(folder, `./${place}`).path
    )
  }

  #read(file: string): SourceModule | undefined {
    try {
      const parsed = parseModule(file, readFileSync(file, 'utf8'))
      this.unreadable.delete(file)
      return parsed
    } catch (error) {
      const line = error instanceof ParseError ? error.line : 1
      const reason = error instanceof Error ? error.message : String(error)
      this.unreadable.set(file, { file, line, reason })
      return undefined
    }
  }
}
