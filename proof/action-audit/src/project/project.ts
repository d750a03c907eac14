import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, isAbsolute, join, sep } from 'node:path'
import { ResolverFactory } from 'oxc-resolver'
import { ParseError, parseModule } from '../syntax/parse'
import type { SourceModule } from '../syntax/source-module'
import { extensions } from './extensions'
import { isTrouble, ownSettings } from './own-settings'

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

/** As much of a file as its directives may take. */
function headOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(0, 2000)
  } catch {
    return ''
  }
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
  #isStill = false
  readonly #clients = new Map<string, boolean>()
  readonly #plain = new ResolverFactory({ ...resolution, tsconfig: undefined })
  /** What is missing without stopping anybody. */
  readonly warnings = new Set<string>()
  readonly unreadable = new Map<string, Unreadable>()

  /**
   * @returns undefined when it is no source or cannot be parsed; why is in `unreadable` then. Nothing about such a file
   * is known, so whoever asks has to take it for the worst.
   */
  load(file: string): SourceModule | undefined {
    if (!extensions.includes(extname(file))) return undefined
    const still = this.#isStill ? this.#modules.get(file) : undefined
    if (still) return still.module
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
    const known = this.#modules.get(file)
    if (known?.changed === changed) return known.module
    const read = this.#read(file)
    this.#modules.set(file, { module: read, changed })
    return read
  }

  /** Whether a file begins with `'use client'`, found without reading it as code. */
  isClient(file: string): boolean {
    const known = this.#clients.get(file)
    if (known !== undefined) return known
    const head = headOf(file)
    const isClient = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*['"]use client['"]/.test(head)
    this.#clients.set(file, isClient)
    return isClient
  }

  /** While this runs, no file is asked whether it has changed. */
  whileStill<Result>(work: () => Result): Result {
    this.#isStill = true
    try {
      return work()
    } finally {
      this.#isStill = false
    }
  }

  /** The module that an import means; undefined for a package, a builtin, and what is not there. */
  imported(from: SourceModule, source: string): SourceModule | undefined {
    const file = this.fileOf(from, source)
    return file === undefined ? undefined : this.load(file)
  }

  /** The path of an import; undefined for a package, a builtin, and what is not there. */
  fileOf(from: SourceModule, source: string): string | undefined {
    return this.fileFrom(from.file, source)
  }

  /** The same, for a file that is not read. */
  fileFrom(from: string, source: string): string | undefined {
    if (!isAbsolute(from)) return undefined
    const key = `${dirname(from)}\0${source}`
    if (!this.#resolved.has(key)) this.#resolved.set(key, this.#resolve(from, source))
    return this.#resolved.get(key)
  }

  #resolve(file: string, source: string): string | undefined {
    const found = this.#resolver.resolveFileSync(file, source)
    const path = found.path ?? (isTrouble(found.error) ? this.#withoutSettings(file, source) : undefined)
    if (path === undefined && source.startsWith('@/'))
      return this.#resolveAlias(dirname(file), source.slice(2))
    return path?.includes(`${sep}node_modules${sep}`) ? undefined : path
  }

  /** What an import means when the settings of TypeScript cannot be read to their end: some are better than none. */
  #withoutSettings(file: string, source: string): string | undefined {
    const own = ownSettings(dirname(file))
    if (own?.missing)
      this.warnings.add(
        `${own.file} extends "${own.missing}", which is not there; its settings are left out.`,
      )
    for (const candidate of own ? own.candidates(source) : [source]) {
      const { path } = this.#plain.sync(dirname(file), candidate)
      if (path !== undefined) return path
    }
    return undefined
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
