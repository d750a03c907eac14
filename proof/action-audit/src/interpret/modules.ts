import { exportsOf, type ModuleExport } from '../syntax/exports'
import type { SourceModule } from '../syntax/source-module'
import { unknown, type Abstract } from '../guards/abstract'
import { ofAnyone } from '../guards/of-anyone'
import { identifier } from './identifier'
import type { Run } from '../guards/run'
import { freshState } from '../guards/state'
import { libraryValue } from '../libraries/library'

const known = new WeakMap<ModuleExport, Abstract>()

/** A module's export by name, or undefined if there is none. */
function ownExport(run: Run, module: SourceModule, name: string, depth: number): Abstract | undefined {
  if (depth > 20) return undefined
  const all = exportsOf(module)
  const entry = all.find((each) => each.name === name)
  if (entry) return valueOf(run, module, entry, depth)
  if (name === 'default') return undefined
  for (const star of all) {
    if (star.name !== '*' || !star.from) continue
    const target = run.project.imported(module, star.from.source)
    const found = target
      ? ownExport(run, target, name, depth + 1)
      : all.length === 1
        ? external(run, module, star.from.source, name)
        : undefined
    if (found) return found
  }
  return undefined
}

function valueOf(run: Run, module: SourceModule, entry: ModuleExport, depth: number): Abstract {
  const earlier = known.get(entry)
  if (earlier) return earlier
  const { from, value } = entry
  if (from) return importedAt(run, module, from.source, from.name, depth + 1)
  if (!value) return unknown
  run.quiet += 1
  const found =
    value.type === 'Identifier'
      ? identifier(run, value, freshState(), module)
      : value.type === 'ClassDeclaration'
        ? ({ kind: 'class', labels: 0, node: value, module, variables: new Map() } as const)
        : ofAnyone(run.evaluate(bodyOf(module, entry) ?? value, freshState(), module))
  run.quiet -= 1
  if (run.budget > 0 && !entry.unclear) known.set(entry, found)
  return found
}

/** An exported declaration, evaluated like any other reference. */
function bodyOf(module: SourceModule, entry: ModuleExport) {
  return module.scopes.topLevel(entry.name)?.node === entry.node ? entry.node : undefined
}

export function exported(run: Run, module: SourceModule, name: string): Abstract {
  return ownExport(run, module, name, 0) ?? missing(module.file, name, `it exports no "${name}"`)
}

export function imported(run: Run, module: SourceModule, source: string, name: string): Abstract {
  return importedAt(run, module, source, name, 0)
}

function importedAt(run: Run, module: SourceModule, source: string, name: string, depth: number): Abstract {
  const known = libraryValue(source, name)
  if (known) return known
  const target = run.project.imported(module, source)
  if (!target) return external(run, module, source, name)
  if (name === '*')
    return {
      kind: 'host',
      labels: 0,
      name: source,
      member: (key) => ownExport(run, target, key, depth + 1),
    }
  return ownExport(run, target, name, depth + 1) ?? missing(source, name, `it exports no "${name}"`)
}

function external(run: Run, module: SourceModule, source: string, name: string): Abstract {
  const isLocal = /^[./~#]|^@\//.test(source)
  if (isLocal) return missing(source, name, 'it cannot be read')
  return { kind: 'external', labels: 0, source, path: name === '*' ? '' : name }
}

function missing(source: string, name: string, unread: string): Abstract {
  return { kind: 'external', labels: 0, source, path: name === '*' ? '' : name, unread }
}
