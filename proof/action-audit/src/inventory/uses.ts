import type { Project } from '../project/project'
import { exportsOf } from '../syntax/exports'
import { exportedName } from '../syntax/scopes'
import type { SourceModule } from '../syntax/source-module'

/** The files that import something of a file of actions, by the name they import; `*` for all of it. */
export class Uses {
  readonly #users = new Map<string, Map<string, Set<SourceModule>>>()

  constructor(project: Project, modules: readonly SourceModule[]) {
    for (const user of modules) {
      for (const { source, name } of importsOf(user)) {
        const target = project.fileOf(user, source)
        if (target !== undefined) this.#add(target, name, user)
      }
    }
  }

  of(file: string, exportName: string): SourceModule[] {
    const names = this.#users.get(file)
    return [...new Set([...(names?.get(exportName) ?? []), ...(names?.get('*') ?? [])])]
  }

  #add(file: string, name: string, user: SourceModule): void {
    const names = this.#users.get(file) ?? new Map<string, Set<SourceModule>>()
    this.#users.set(file, names)
    names.set(name, (names.get(name) ?? new Set()).add(user))
  }
}

function importsOf(module: SourceModule): { source: string; name: string }[] {
  const imported = module.program.body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') return []
    const source = statement.source.value
    return statement.specifiers.flatMap((specifier) => {
      if (specifier.type === 'ImportDefaultSpecifier') return [{ source, name: 'default' }]
      if (specifier.type === 'ImportNamespaceSpecifier') return [{ source, name: '*' }]
      return specifier.importKind === 'type' ? [] : [{ source, name: exportedName(specifier.imported) }]
    })
  })
  return [...imported, ...exportsOf(module).flatMap(({ from }) => (from ? [from] : []))]
}
