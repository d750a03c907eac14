import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sources } from '../../action/sources'
import { argumentsOf } from '../../project/arguments'
import { constantOf } from '../../project/constant'
import { follow } from '../../project/follow'
import type { Value } from '../../project/value'
import { staticKey, unwrapped, walk } from '../../syntax/node'
import type { SourceModule } from '../../syntax/source-module'
import { sourceFiles } from '../files/source-files'

/** The attack matrix rows by file and export. */
export interface MatrixRows {
  has: (file: string, exportName: string) => boolean
  rows: { file: string; exportName: string; at: { module: SourceModule; line: number } }[]
}

/** Reads `namedRows('src/…/actions.ts', { … })` in the matrix folder. Undefined without a matrix. */
export function readMatrix(sources: Sources, apps: readonly string[]): MatrixRows | undefined {
  const { root, config } = sources.settings
  if (config.matrix === undefined) return undefined
  const { files } = sourceFiles(sources.settings, [join(root, config.matrix)])
  const modules = files.flatMap((file) => (mentionsRows(file) ? (sources.project.load(file) ?? []) : []))
  const rows = modules.flatMap((module) => rowsIn(sources, module, apps))
  const known = new Set(rows.map(({ file, exportName }) => `${file}#${exportName}`))
  return { rows, has: (file, exportName) => known.has(`${file}#${exportName}`) }
}

/** Skips files without rows. */
function mentionsRows(file: string): boolean {
  return readFileSync(file, 'utf8').includes('namedRows')
}

function rowsIn(sources: Sources, module: SourceModule, apps: readonly string[]): MatrixRows['rows'] {
  const rows: MatrixRows['rows'] = []
  walk(module.program, (node) => {
    if (node.type !== 'CallExpression') return
    const callee = unwrapped(node.callee)
    if (callee.type !== 'Identifier' || callee.name !== 'namedRows') return
    const [file, matrix] = argumentsOf({ module, node }, node)
    const path = file && constantOf(sources.project, file)
    if (typeof path !== 'string' || !matrix) return
    const place = apps.map((app) => join(app, path)).find(existsSync) ?? path
    const { line } = module.position(node)
    for (const exportName of keysOf(sources, matrix))
      rows.push({ file: place, exportName, at: { module, line } })
  })
  return rows
}

/** Maximum depth of spreads. */
const DEEPEST = 20

function keysOf(sources: Sources, value: Value, depth = 0): string[] {
  const found = follow(sources.project, value)
  if (depth > DEEPEST || found.kind !== 'value' || found.node.type !== 'ObjectExpression') return []
  return found.node.properties.flatMap((property) => {
    if (property.type === 'SpreadElement')
      return keysOf(sources, { ...found, node: property.argument }, depth + 1)
    return staticKey(property.key, property.computed) ?? []
  })
}
