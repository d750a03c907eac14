import { join } from 'node:path'
import type { Sources } from '../action/sources'
import type { SourceModule } from '../syntax/source-module'
import { checklistOf } from './checklist'
import { compareWithBuild, type BuildUse } from './build/compare-with-build'
import { unreadEndpoint, type Described, type Placed } from './endpoints/describe-endpoint'
import { duplicateNames } from './findings/duplicate-names'
import { unreadGuards } from './endpoints/endpoint-guards'
import { entryPointsIn } from './endpoints/entry-points'
import { findingIn, pathOf } from './findings/found'
import { guardFindings, type Guarded } from './findings/guard-findings'
import type { EntryPoint, Inventory, InventoryEndpoint, InventoryFinding } from './inventory'
import { readMatrix } from './matrix/matrix'
import { matrixFindings } from './matrix/matrix-findings'
import { appsBelow, nextApps } from './files/next-apps'
import { reportOf } from './endpoints/module-report'
import { scan, type Scanned } from './files/scan'
import { sourceFiles } from './files/source-files'
import { Uses } from './files/uses'

export interface InventoryOptions {
  /** How to use a production build. */
  build: BuildUse
  /** Limits the audit to this folder. Defaults to the folders in the configuration. */
  folder?: string
  /** Parses every file and runs every rule on it, relevant or not. Slower, with the same result. */
  everything?: boolean
}

/**
 * Analyzes a code base: its endpoints, their guards and the findings.
 * @throws if there is no source
 */
export function takeInventory(sources: Sources, options: InventoryOptions): Inventory {
  return sources.project.whileStill(() => inventoryOf(sources, options))
}

function inventoryOf(sources: Sources, { build, folder, everything = false }: InventoryOptions): Inventory {
  const { project, settings } = sources
  const { root, config } = settings
  const isPart = folder !== undefined && folder !== root
  const apps = isPart ? appsBelow(folder) : nextApps(settings)
  const folders = isPart ? [folder] : (config.sources?.map((each) => join(root, each)) ?? [root])
  const { files, skipped } = sourceFiles(settings, folders)
  // An empty audit would pass every check.
  if (files.length === 0) throw new Error(`There is no source to read in ${folders.join(', ')}.`)
  const scanned = scan(settings, files)
  const read = scanned.filter(({ matters, isTest }) => matters || (everything && !isTest))
  const modules = read.flatMap(({ file, isTest }) => {
    const loaded = project.load(file)
    return loaded && (!isTest || loaded.isServer) ? [loaded] : []
  })
  const reports = modules.flatMap((module) => reportOf(sources, module, everything) ?? [])
  const described: Listed[] = [
    ...reports
      .flatMap(({ endpoints }) => endpoints)
      .map((each): Listed => ({ ...each, file: each.module.file })),
    ...unreadEndpoints(sources, scanned),
  ]
  const uses = new Uses(project, scanned, [...new Set(described.map(({ file }) => file))])
  const matrix = isPart ? undefined : readMatrix(sources, apps)
  const listed = described.flatMap(({ module, endpoint }) => (module ? [{ module, endpoint }] : []))
  const compared = compareWithBuild(settings, apps, build, listed)
  const entries = modules.flatMap((module) =>
    entryPointsIn(sources, module, apps).map((entry) => ({ module, entry })),
  )

  const unreadable = [...project.unreadable.values()].map(({ file, line, reason }) => ({
    file: pathOf(settings, file),
    line,
    reason,
  }))
  const ruleFindings = reports.flatMap(({ findings }) => findings)
  const findings = [
    ...ruleFindings,
    ...guardFindings(settings, [
      ...listed.map((each) => guardedEndpoint(each, ruleFindings)),
      ...entries.map(guardedEntry),
    ]),
    ...duplicateNames(listed),
    ...compared.findings,
    ...(matrix ? matrixFindings(sources, matrix, listed) : []),
    ...unreadable.map(({ file, line, reason }) => ({
      ...findingIn(file, {
        rule: 'unread-file',
        message: `This file can't be read, so its endpoints are unknown: ${reason}`,
      }),
      line,
    })),
  ].toSorted(byPlace)
  const endpoints = described.map(({ file: absolute, endpoint }): InventoryEndpoint => {
    const { file, exportName } = endpoint
    const own = findings.filter((finding) => finding.file === file && isAbout(finding, endpoint))
    return {
      ...endpoint,
      output: own.some(({ rule }) => rule === 'no-raw-row') ? 'raw' : endpoint.output,
      id: compared.ids.get(`${file}#${exportName}`) ?? null,
      usedIn: uses.of(absolute, exportName).map((user) => pathOf(settings, user)),
      attacked: matrix ? matrix.has(absolute, exportName) : null,
      findings: own,
    }
  })
  const isCompared = matrix !== undefined && compared.apps.every(({ build: use }) => use === 'compared')
  const open = findings.filter(({ waiver }) => waiver === undefined).length
  return {
    version: 1,
    apps: compared.apps,
    files: files.length,
    skipped: [...skipped].map(([reason, count]) => ({ reason, files: count })),
    warnings: [...project.warnings],
    endpoints,
    entryPoints: entries.map(({ entry }) => entry),
    findings,
    unreadable,
    checklist: checklistOf({ settings, findings, unreadable, isCompared, endpoints }),
    summary: { endpoints: endpoints.length, open, waived: findings.length - open },
  }
}

/** An unreadable file of actions still has endpoints, so it is listed as unknown ones. */
function unreadEndpoints({ project, settings }: Sources, scanned: readonly Scanned[]): Listed[] {
  return scanned.flatMap(({ file, matters, isTest }) => {
    const trouble = project.unreadable.get(file)
    if (!trouble || !matters || isTest) return []
    const place = {
      file: pathOf(settings, file),
      line: trouble.line,
      exportName: '*',
      form: 'unread' as const,
    }
    return [{ file, module: undefined, endpoint: unreadEndpoint(place, unreadGuards(trouble.reason)) }]
  })
}

interface Listed {
  file: string
  module: SourceModule | undefined
  endpoint: Described
}

function guardedEndpoint({ module, endpoint }: Placed, findings: readonly InventoryFinding[]): Guarded {
  const { file, line, exportName, form, guards, name } = endpoint
  return {
    module,
    file,
    line,
    exportName,
    name: form === 'inline' ? `the inline action at line ${line}` : `"${name ?? exportName}"`,
    changes: guards.changes,
    isPage: false,
    isHarmless: false,
    guards,
    reportedBy: findings
      .filter((finding) => finding.file === file && isAbout(finding, endpoint))
      .map(({ rule }) => rule),
  }
}

function guardedEntry({ module, entry }: { module: SourceModule; entry: EntryPoint }): Guarded {
  const { file, line, exportName, kind, path, guards } = entry
  const isPage = kind === 'page' || kind === 'layout' || kind === 'proxy'
  const name = isPage ? `the ${kind} ${path}` : `${exportName === 'default' ? '' : `${exportName} `}${path}`
  return {
    module,
    file,
    line,
    exportName,
    name,
    changes: guards.changes,
    isPage,
    guards,
    isHarmless: !guards.changes && !guards.reads,
    reportedBy: [],
  }
}

/** An inline action is identified by its location, because it has no name. */
function isAbout(finding: InventoryFinding, { form, exportName, line }: Described): boolean {
  if (form !== 'inline') return finding.exportName === exportName
  return !finding.exportName && finding.line === line
}

function byPlace(left: InventoryFinding, right: InventoryFinding): number {
  // Comparing by a language's order would load its data first.
  if (left.file !== right.file) return left.file < right.file ? -1 : 1
  return left.line - right.line || left.column - right.column
}
