import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, isAbsolute, join, sep } from 'node:path'
import { ResolverFactory } from 'oxc-resolver'
import { ParseError, parseModule } from '../syntax/parse'
import type { SourceModule } from '../syntax/source-module'
import { extensions } from './extensions'
import { isSettingsError, ownSettings } from './own-settings'

/** Import resolution options that match Next's bundlers. */
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
  // The parent process, such as pnpm, may have set it, but it must not affect resolution.
  nodePath: false,
}

/** Bytes at the start of a file that can contain directives. */
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

/** The source files, each read once, and their import resolution. */
export class Project {
  readonly #resolver = new ResolverFactory(resolution)
  readonly #modules = new Map<string, { module: SourceModule | undefined; changed: number }>()
  readonly #resolved = new Map<string, string | undefined>()
  #isStill = false
  /** The imports of each module, while nothing changes. */
  #imports = new WeakMap<SourceModule, Map<string, SourceModule | undefined>>()
  readonly #clients = new Map<string, boolean>()
  readonly #plain = new ResolverFactory({ ...resolution, tsconfig: undefined })
  /** Non-fatal problems. */
  readonly warnings = new Set<string>()
  readonly unreadable = new Map<string, Unreadable>()

  /**
   * @returns undefined if it isn't source or can't be parsed, with the reason in `unreadable`. Callers must then assume the
   * worst.
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

  /** Whether a file starts with `'use client'`, without parsing it. */
  isClient(file: string): boolean {
    const known = this.#clients.get(file)
    if (known !== undefined) return known
    const head = headOf(file)
    const isClient = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*['"]use client['"]/.test(head)
    this.#clients.set(file, isClient)
    return isClient
  }

  /** Skips change detection while the callback runs. */
  whileStill<Result>(work: () => Result): Result {
    this.#isStill = true
    this.#imports = new WeakMap()
    try {
      return work()
    } finally {
      this.#isStill = false
    }
  }

  /** The module of an import, or undefined for packages, builtins and missing files. */
  imported(from: SourceModule, source: string): SourceModule | undefined {
    if (!this.#isStill) return this.#importedNow(from, source)
    const known = this.#imports.get(from) ?? new Map<string, SourceModule | undefined>()
    this.#imports.set(from, known)
    if (!known.has(source)) known.set(source, this.#importedNow(from, source))
    return known.get(source)
  }

  #importedNow(from: SourceModule, source: string): SourceModule | undefined {
    const file = this.fileOf(from, source)
    return file === undefined ? undefined : this.load(file)
  }

  /** The path of an import, or undefined for packages, builtins and missing files. */
  fileOf(from: SourceModule, source: string): string | undefined {
    return this.fileFrom(from.file, source)
  }

  /** The same for a file that isn't parsed. */
  fileFrom(from: string, source: string): string | undefined {
    if (!isAbsolute(from)) return undefined
    const key = `${dirname(from)}\0${source}`
    if (!this.#resolved.has(key)) this.#resolved.set(key, this.#resolve(from, source))
    return this.#resolved.get(key)
  }

  #resolve(file: string, source: string): string | undefined {
    const found = this.#resolver.resolveFileSync(file, source)
    const path =
      found.path ?? (isSettingsError(found.error) ? this.#withoutSettings(file, source) : undefined)
    if (path === undefined && source.startsWith('@/'))
      return this.#resolveAlias(dirname(file), source.slice(2))
    return path?.includes(`${sep}node_modules${sep}`) ? undefined : path
  }

  /** Resolves an import with partial TypeScript settings, because base settings are missing. */
  #withoutSettings(file: string, source: string): string | undefined {
    const own = ownSettings(dirname(file))
    if (own?.missing)
      this.warnings.add(
        `${own.file} extends "${own.missing}", which does not exist; its settings are ignored.`,
      )
    for (const candidate of own ? own.candidates(source) : [source]) {
      const { path } = this.#plain.sync(dirname(file), candidate)
      if (path !== undefined) return path
    }
    return undefined
  }

  /** `@/` without a `tsconfig.json` means the app's folder or its `src`, by convention. */
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
