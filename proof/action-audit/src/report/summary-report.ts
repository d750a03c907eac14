import { columns } from '../guards/facts'
import { houseRules } from '../inventory/findings/guard-rules'
import type { EntryPoint, Inventory, InventoryEndpoint, InventoryFinding } from '../inventory/inventory'

/** A usual terminal width. */
const WIDTH = 100

type Told = Pick<InventoryEndpoint | EntryPoint, 'file' | 'line' | 'exportName' | 'guards'> & { name: string }

/** Prints the counts and the open endpoints. `--all` prints the rest. */
export function summaryReport(inventory: Inventory): string {
  const { endpoints, entryPoints, findings, summary, apps, files, warnings } = inventory
  const open = findings.filter(({ waiver }) => waiver === undefined)
  const all: Told[] = [
    ...endpoints.map((each) => ({ ...each, name: each.name ?? (each.exportName || '(inline)') })),
    ...entryPoints
      .filter(({ kind, guards }) => (kind === 'route' || kind === 'api') && (guards.changes || guards.reads))
      .map((each) => ({ ...each, name: `${each.exportName} ${each.path}` })),
  ]
  const isOpen = (each: Told) =>
    each.guards.authentication.status === 'none' && open.some((finding) => opens(finding, each))
  const changing = all.filter((each) => isOpen(each) && each.guards.changes)
  const reading = all.filter((each) => isOpen(each) && !each.guards.changes)
  const hidden = all.filter(
    (each) => each.guards.authentication.status === 'unknown' && open.some((finding) => hides(finding, each)),
  )
  const builds = apps.map(({ folder, build }) => `${folder || '.'} (build ${build})`).join(', ')
  return [
    fit(
      `${summary.endpoints} actions and ${entryPoints.length} other entry points in ${files} files: ${builds || 'no Next app found'}`,
    ),
    ...warnings.map((warning) => fit(`warning: ${warning}`)),
    '',
    ...table(all),
    ...section(`Open, with writes (${changing.length})`, changing.flatMap(lineOf)),
    ...section(`Open (${reading.length})`, reading.flatMap(lineOf)),
    ...section(`Unknown (${hidden.length})`, hidden.flatMap(lineOf)),
    ...section('Also found', otherFindings(open)),
    '',
    open.length === 0
      ? `Nothing open, ${summary.waived} waived.`
      : `${open.length} open, ${summary.waived} waived. --all prints every endpoint and finding.`,
    '',
  ].join('\n')
}

/** The rules that report an endpoint anyone can call. */
const openRules: ReadonlySet<string> = new Set(['open-endpoint', ...houseRules.authentication])

/** Whether a finding says that anyone can call an endpoint. Without one, it is waived, or not asked for. */
function opens({ rule, file, line, exportName }: InventoryFinding, told: Told): boolean {
  if (!openRules.has(rule) || file !== told.file) return false
  return told.exportName === '' ? line === told.line : exportName === told.exportName
}

/** Whether a finding says that an endpoint's guard can't be read. Endpoints with the same cause share one. */
function hides(finding: InventoryFinding, told: Told): boolean {
  const { reason = '' } = told.guards.authentication
  if (finding.rule === 'unread-file') return finding.file === told.file
  if (finding.rule === 'unread-guard') return finding.message.endsWith(`: ${reason}.`)
  return opens(finding, told)
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function lineOf({ name, file, line, guards }: Told): string[] {
  const { reason } = guards.authentication
  return [fit(`  ${name}  ${file}:${line}`), ...(reason ? [fit(`      ${reason}`)] : [])]
}

/** Counts the verdicts per column. */
function table(all: readonly Told[]): string[] {
  const count = (column: (typeof columns)[number], status: string) =>
    String(all.filter(({ guards }) => guards[column].status === status).length).padStart(9)
  const head = `  ${''.padEnd(15)}${['proven', 'declared', 'none', 'unknown'].map((each) => each.padStart(9)).join('')}`
  return [
    head,
    ...columns.map(
      (column) =>
        `  ${column.padEnd(15)}${['proven', 'declared', 'none', 'unknown'].map((status) => count(column, status)).join('')}`,
    ),
  ]
}

const listed: ReadonlySet<string> = new Set(['open-endpoint', 'unread-guard'])

/** The other rules, each with its count and first location. */
function otherFindings(open: readonly InventoryFinding[]): string[] {
  const byRule = new Map<string, InventoryFinding[]>()
  for (const each of open) {
    if (listed.has(each.rule)) continue
    byRule.set(each.rule, [...(byRule.get(each.rule) ?? []), each])
  }
  return [...byRule]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .flatMap(([rule, [first, ...others]]) =>
      first ? [fit(`  ${rule} (${others.length + 1})  ${first.file}:${first.line}  ${first.message}`)] : [],
    )
}

function fit(text: string): string {
  return text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 1)}…`
}
