import { basename, dirname } from 'node:path'
import { parseSync } from 'oxc-parser'
import type { Project } from '../../project/project'
import type { Scanned } from './scan'

/** The files that import from a file of actions, by imported name. `*` means all exports. */
export class Uses {
  readonly #users = new Map<string, Map<string, Set<string>>>()

  /** Only files that mention a target's name are parsed. */
  constructor(project: Project, scanned: readonly Scanned[], targets: readonly string[]) {
    const wanted = new Set(targets)
    const stems = new Set(targets.map(stemOf))
    for (const { file, text, isTest } of scanned) {
      if (isTest || ![...stems].some((stem) => text.includes(stem))) continue
      for (const { source, name } of importsOf(file, text)) {
        if (!stems.has(stemOf(source)) && !stems.has(basename(source))) continue
        const target = project.fileFrom(file, source)
        if (target !== undefined && wanted.has(target)) this.#add(target, name, file)
      }
    }
  }

  of(file: string, exportName: string): string[] {
    const names = this.#users.get(file)
    return [...new Set([...(names?.get(exportName) ?? []), ...(names?.get('*') ?? [])])]
  }

  #add(file: string, name: string, user: string): void {
    const names = this.#users.get(file) ?? new Map<string, Set<string>>()
    this.#users.set(file, names)
    names.set(name, (names.get(name) ?? new Set()).add(user))
  }
}

/** The name a file is imported by: its own, or its folder's for an `index`. */
function stemOf(file: string): string {
  const [name = ''] = basename(file).split(/\.(?=[cm]?[jt]sx?$)/)
  return name === 'index' ? basename(dirname(file)) : name
}

function importsOf(file: string, text: string): { source: string; name: string }[] {
  // Reads the imports without building the syntax tree, which is most of the work.
  const { staticImports, staticExports } = parseSync(file, text).module
  const imported = staticImports.flatMap(({ moduleRequest, entries }) =>
    entries.flatMap(({ importName, isType }) =>
      isType ? [] : [{ source: moduleRequest.value, name: nameOf(importName) }],
    ),
  )
  const passed = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName, isType }) =>
      moduleRequest && !isType ? [{ source: moduleRequest.value, name: nameOf(importName) }] : [],
    ),
  )
  return [...imported, ...passed]
}

function nameOf({ kind, name }: { kind: string; name?: string | null }): string {
  if (kind === 'Default') return 'default'
  return kind === 'Name' ? (name ?? '*') : '*'
}
