import { basename, dirname, relative, sep } from 'node:path'
import type { Sources } from '../../action/sources'
import { constantOf } from '../../project/constant'
import { followExport, followMember } from '../../project/follow'
import { exportsOf } from '../../syntax/exports'
import type { SourceModule } from '../../syntax/source-module'
import { entryGuards } from './endpoint-guards'
import { pathOf } from '../findings/found'
import type { EntryPoint } from '../inventory'

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

type Kind = EntryPoint['kind']

/** The kind of entry point, by file name and location. */
export function entryKindOf(file: string): Kind | undefined {
  const parts = file.split(sep)
  const [name = ''] = basename(file).split('.')
  if ((name === 'middleware' || name === 'proxy') && parts.length > 1) return 'proxy'
  if (parts.includes('app')) {
    if (name === 'route') return 'route'
    if (name === 'page' || name === 'default') return 'page'
    if (name === 'layout' || name === 'template') return 'layout'
  }
  const pages = parts.lastIndexOf('pages')
  if (pages >= 0 && parts[pages + 1] === 'api' && !file.endsWith('.d.ts')) return 'api'
  return undefined
}

/** The entry points of a file. Pages and layouts count only if they read data. */
export function entryPointsIn(sources: Sources, module: SourceModule, apps: readonly string[]): EntryPoint[] {
  const { settings } = sources
  const kind = entryKindOf(module.file)
  if (!kind || module.isServer || module.isClient) return []
  const app = apps.find((folder) => module.file.startsWith(`${folder}${sep}`)) ?? settings.root
  if (kind === 'proxy' && !isTop(relative(app, dirname(module.file)))) return []
  return exportsOf(module).flatMap(({ name, node }): EntryPoint[] => {
    if (!isEntry(kind, name)) return []
    const guards = entryGuards(sources, module, name, entry[kind])
    if (!guards) return []
    return [
      {
        file: pathOf(settings, module.file),
        line: module.position(node).line,
        kind,
        exportName: name,
        path: urlOf(relative(app, module.file)),
        matcher: kind === 'proxy' ? matcherOf(sources, module) : null,
        guards,
      },
    ]
  })
}

const entry = { route: 'route', page: 'page', layout: 'page', proxy: 'proxy', api: 'api' } as const

function isTop(folder: string): boolean {
  return folder === '' || folder === 'src'
}

function isEntry(kind: Kind, name: string): boolean {
  if (kind === 'route') return methods.has(name)
  return name === 'default' || (kind === 'proxy' && (name === 'middleware' || name === 'proxy'))
}

/** `app/(shop)/items/[id]/route.ts` serves `/items/[id]`. */
function urlOf(file: string): string {
  const parts = dirname(file).split(sep)
  const from = parts.lastIndexOf('app') >= 0 ? parts.lastIndexOf('app') : parts.lastIndexOf('pages')
  const shown = parts.slice(from + 1).filter((part) => !part.startsWith('(') && !part.startsWith('@'))
  return `/${shown.join('/')}`
}

function matcherOf({ project }: Sources, module: SourceModule): string[] {
  const config = followExport(project, module, 'config')
  if (config.kind !== 'value') return ['/:path*']
  const matcher = followMember(project, config, 'matcher')
  const known = matcher?.kind === 'value' ? constantOf(project, matcher) : undefined
  if (typeof known === 'string') return [known]
  return Array.isArray(known) ? known.map(String) : ['unread']
}
