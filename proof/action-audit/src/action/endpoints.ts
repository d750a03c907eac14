import type { Node } from 'oxc-parser'
import { follow, followExport } from '../project/follow'
import { exportsOf, type ModuleExport } from '../syntax/exports'
import { isFunction, walk, type FunctionNode } from '../syntax/node'
import { mentionsServer } from '../syntax/mentions-server'
import { directivesOf, type SourceModule } from '../syntax/source-module'
import type { Reading } from './definition'
import { readDefinition } from './read-definition'
import type { Sources } from './sources'

/** An export of a `'use server'` file, callable over HTTP. */
export interface Endpoint {
  module: SourceModule
  /** `*` if the names are unknown. */
  name: string
  /** The export. */
  node: Node
  reading: Reading
}

const known = new WeakMap<SourceModule, { sources: Sources; endpoints: Endpoint[] }>()

/** Every endpoint of a file that starts with `'use server'`. */
export function endpointsOf(sources: Sources, module: SourceModule): Endpoint[] {
  if (!module.isServer) return []
  const earlier = known.get(module)
  if (earlier?.sources.project === sources.project) return earlier.endpoints
  const endpoints = exportsOf(module).flatMap((entry) => endpointsIn(sources, module, entry))
  known.set(module, { sources, endpoints })
  return endpoints
}

function endpointsIn(sources: Sources, module: SourceModule, entry: ModuleExport): Endpoint[] {
  const { name, node, from, value, unclear } = entry
  const endpoint = (name: string, reading: Reading) => ({ module, name, node, reading })
  if (unclear) return [endpoint(name, { unread: unclear })]
  if (value)
    return [endpoint(name, readDefinition(sources, follow(sources.project, { module, node: value })))]
  const target = from && sources.project.imported(module, from.source)
  if (!target) return [endpoint(name, { unread: `it comes from "${from?.source}", which is not analyzed` })]
  if (name !== '*')
    return [endpoint(name, readDefinition(sources, followExport(sources.project, module, name)))]
  return namesOf(sources, target).map((each) =>
    endpoint(each, readDefinition(sources, followExport(sources.project, target, each))),
  )
}

/** The exports of `export *`: everything except the default. */
function namesOf(sources: Sources, module: SourceModule, seen = new Set<SourceModule>()): string[] {
  if (seen.has(module)) return []
  seen.add(module)
  return exportsOf(module).flatMap((entry) => {
    if (entry.name === 'default') return []
    if (entry.name !== '*') return [entry.name]
    const target = entry.from && sources.project.imported(module, entry.from.source)
    return target ? namesOf(sources, target, seen) : ['*']
  })
}

/** Functions with their own directive outside a `'use server'` file. These endpoints send captured variables. */
export function inlineActions(module: SourceModule): FunctionNode[] {
  if (!mentionsServer(module.text)) return []
  const found: FunctionNode[] = []
  walk(module.program, (node) => {
    if (
      isFunction(node) &&
      node.body?.type === 'BlockStatement' &&
      directivesOf(node.body.body).includes('use server')
    )
      found.push(node)
  })
  return found
}
