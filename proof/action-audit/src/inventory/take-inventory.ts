import { join } from 'node:path'
import type { Sources } from '../action/sources'
import { checklistOf } from './checklist'
import { compareWithBuild, type BuildUse } from './compare-with-build'
import type { Described } from './describe-endpoint'
import { duplicateNames } from './duplicate-names'
import { findingIn, pathOf } from './found'
import type { Inventory, InventoryEndpoint, InventoryFinding } from './inventory'
import { readMatrix } from './matrix'
import { matrixFindings } from './matrix-findings'
import { appsBelow, nextApps } from './next-apps'
import { reportOf } from './module-report'
import { sourceFiles } from './source-files'
import { Uses } from './uses'

export interface InventoryOptions {
  /** What to do with a production build. */
  build: BuildUse
  /** Only what is below it is read, and the configuration gives the names; all that it lists, when it is left out. */
  folder?: string
}

/**
 * Reads all of a code base and says what can be called in it, what guards that, and what is missing.
 * @throws when there is no source
 */
export function takeInventory(sources: Sources, { build, folder }: InventoryOptions): Inventory {
  const { project, settings } = sources
  const { root, config } = settings
  const isPart = folder !== undefined && folder !== root
  const apps = isPart ? appsBelow(folder) : nextApps(settings)
  const folders = isPart ? [folder] : (config.sources?.map((each) => join(root, each)) ?? [root])
  const files = sourceFiles(settings, folders)
  // Of nothing, everything could be said.
  if (files.length === 0) throw new Error(`There is no source to read in ${folders.join(', ')}.`)
  const modules = files.flatMap((file) => project.load(file) ?? [])
  const reports = modules.flatMap((module) => reportOf(sources, module) ?? [])
  const described = reports.flatMap(({ endpoints }) => endpoints)
  const uses = new Uses(project, modules)
  const matrix = isPart ? undefined : readMatrix(sources, apps)
  const compared = compareWithBuild(settings, apps, build, described)

  const unreadable = [...project.unreadable.values()].map(({ file, line, reason }) => ({
    file: pathOf(settings, file),
    line,
    reason,
  }))
  const findings = [
    ...reports.flatMap(({ findings }) => findings),
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
  const isCompared = matrix !== undefined && compared.apps.every(({ build: use }) => use === 'compared')
  const open = findings.filter(({ waiver }) => waiver === undefined).length
  return {
    version: 1,
    apps: compared.apps,
    files: files.length,
    endpoints,
    findings,
    unreadable,
    checklist: checklistOf({ findings, unreadable, isCompared }),
    summary: { endpoints: endpoints.length, open, waived: findings.length - open },
  }
}

/** An inline action has no name to go by, only its place. */
function isAbout(finding: InventoryFinding, { form, exportName, line }: Described): boolean {
  if (form !== 'inline') return finding.exportName === exportName
  return !finding.exportName && finding.line === line
}

function byPlace(left: InventoryFinding, right: InventoryFinding): number {
  return left.file.localeCompare(right.file, 'en') || left.line - right.line || left.column - right.column
}
