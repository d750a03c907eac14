import { join } from 'node:path'
import { endpointsOf, inlineActions } from '../action/endpoints'
import type { Sources } from '../action/sources'
import type { SourceModule } from '../syntax/source-module'
import { checklistOf } from './checklist'
import { compareWithBuild, type BuildUse } from './compare-with-build'
import { describeEndpoint, unreadEndpoint, type Described, type Placed } from './describe-endpoint'
import { findingIn, pathOf } from './found'
import type { Inventory, InventoryEndpoint, InventoryFinding } from './inventory'
import { readMatrix, type MatrixRows } from './matrix'
import { appsBelow, nextApps } from './next-apps'
import { ruleFindings } from './rule-findings'
import { sourceFiles } from './source-files'
import { Uses } from './uses'

export interface InventoryOptions {
  /** What to do with a production build. */
  build: BuildUse
  /** Only what is below it is read, and the configuration gives the names; all that it lists, when it is left out. */
  folder?: string
}

/** Reads all of a code base and says what can be called in it, what guards that, and what is missing. */
export function takeInventory(sources: Sources, { build, folder }: InventoryOptions): Inventory {
  const { project, settings } = sources
  const { root, config } = settings
  const isPart = folder !== undefined && folder !== root
  const apps = isPart ? appsBelow(folder) : nextApps(settings)
  const folders = isPart ? [folder] : (config.sources?.map((each) => join(root, each)) ?? [root])
  const files = sourceFiles(settings, folders)
  const modules = files.flatMap((file) => project.load(file) ?? [])
  const described = modules.flatMap((module) => endpointsIn(sources, module))
  const uses = new Uses(project, modules)
  const matrix = isPart ? undefined : readMatrix(sources, apps)
  const compared = compareWithBuild(settings, apps, build, described)

  const unreadable = [...project.unreadable.values()].map(({ file, line, reason }) => ({
    file: pathOf(settings, file),
    line,
    reason,
  }))
  const findings = [
    ...modules.flatMap((module) => ruleFindings(sources, module)),
    ...duplicateNames(described),
    ...compared.findings,
    ...(matrix ? matrixFindings(sources, matrix, described) : []),
    ...unreadable.map(({ file, line, reason }) => ({
      ...findingIn(file, {
        rule: 'unread-file',
        message: `It cannot be read, so nobody knows what it exposes: ${reason}`,
      }),
      line,
    })),
  ].toSorted(byPlace)
  const endpoints = described.map(({ module, endpoint }): InventoryEndpoint => {
    const { file, exportName } = endpoint
    const own = findings.filter((finding) => finding.file === file && isAbout(finding, endpoint))
    return {
      ...endpoint,
      output: own.some(({ rule }) => rule === 'no-raw-row') ? 'raw' : endpoint.output,
      id: compared.ids.get(`${file}#${exportName}`) ?? null,
      usedIn: uses.of(module.file, exportName).map((user) => pathOf(settings, user.file)),
      attacked: matrix ? matrix.has(module.file, exportName) : null,
      findings: own,
    }
  })
  const open = findings.filter(({ waiver }) => waiver === undefined).length
  return {
    version: 1,
    apps: compared.apps,
    files: files.length,
    endpoints,
    findings,
    unreadable,
    checklist: checklistOf(findings, unreadable),
    summary: { endpoints: endpoints.length, open, waived: findings.length - open },
  }
}

/** An inline action has no name to go by, only its place. */
function isAbout(finding: InventoryFinding, { form, exportName, line }: Described): boolean {
  if (form !== 'inline') return finding.exportName === exportName
  return !finding.exportName && finding.line === line
}

function endpointsIn(sources: Sources, module: SourceModule): Placed[] {
  const file = pathOf(sources.settings, module.file)
  const exported = endpointsOf(sources, module).map((each) => ({
    module,
    endpoint: describeEndpoint(sources, each),
  }))
  const inline = inlineActions(module).map((node) => ({
    module,
    endpoint: unreadEndpoint({ file, line: module.position(node).line, exportName: '', form: 'inline' }),
  }))
  return [...exported, ...inline]
}

function duplicateNames(placed: readonly Placed[]): InventoryFinding[] {
  const first = new Map<string, Described>()
  return placed.flatMap(({ endpoint }) => {
    const { name, file, line, exportName } = endpoint
    if (name === null) return []
    const other = first.get(name)
    if (!other) {
      first.set(name, endpoint)
      return []
    }
    const message = `"${exportName}" is called ${name}, as is "${other.exportName}" in ${other.file}.`
    return [{ file, line, column: 1, rule: 'duplicate-name', message, exportName }]
  })
}

function matrixFindings(
  { settings }: Sources,
  matrix: MatrixRows,
  placed: readonly Placed[],
): InventoryFinding[] {
  const unattacked = placed
    .filter(({ module, endpoint }) => !matrix.has(module.file, endpoint.exportName))
    .map(({ endpoint: { file, line, exportName } }) => {
      const message = `"${exportName}" has no row in the attack matrix.`
      return { file, line, column: 1, rule: 'not-attacked', message, exportName }
    })
  const names = new Set(placed.map(({ module, endpoint }) => `${module.file}#${endpoint.exportName}`))
  const stale = matrix.rows
    .filter(({ file, exportName }) => !names.has(`${file}#${exportName}`))
    .map(({ exportName, at }) => {
      const message = `A row attacks "${exportName}", which is no endpoint.`
      return { file: pathOf(settings, at.module.file), line: at.line, column: 1, rule: 'stale-row', message }
    })
  return [...unattacked, ...stale]
}

function byPlace(left: InventoryFinding, right: InventoryFinding): number {
  return left.file.localeCompare(right.file, 'en') || left.line - right.line || left.column - right.column
}
