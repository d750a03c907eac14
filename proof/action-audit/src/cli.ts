import { existsSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { settingsFor, type Settings } from './config/load-config'
import { initCommand } from './init/init'
import type { BuildUse } from './inventory/build/compare-with-build'
import type { Inventory, InventoryFinding } from './inventory/inventory'
import { takeInventory } from './inventory/take-inventory'
import { Project } from './project/project'
import { baselineText, newFindings } from './report/baseline'
import { markdownReport } from './report/markdown-report'
import { sarifReport } from './report/sarif-report'
import { findingsSince } from './report/since'
import { summaryReport } from './report/summary-report'
import { textReport } from './report/text-report'

const usage = `Usage: action-audit [folder] [options]
       action-audit init [folder]

Lists every entry point of a Next app and its guards, and fails if one is open.

  --all                         every endpoint and finding, not only what is open
  --json, --markdown, --sarif   a report in another format
  --baseline <file>             a list of known findings
  --write-baseline <file>       writes such a list
  --fail-on any|new             what fails the run; new needs --baseline or --since
  --since <ref>                 only findings in files that changed since a commit
  --rule-pages <url>            where SARIF links to a page for each rule, unless configured
  --with-build                  fails when there is no production build to compare with
  --without-build               skips the comparison with a build

init proposes a configuration for the wrappers and guards that the audit can't read.

Exit codes: 0 nothing is open, 1 something is, 2 the audit could not run.
`

const formats: Readonly<Record<string, (inventory: Inventory, settings: Settings) => string>> = {
  json: (inventory) => `${JSON.stringify(inventory, null, 2)}\n`,
  markdown: (inventory) => `${markdownReport(inventory)}\n`,
  sarif: sarifReport,
  all: textReport,
}

/** Exit codes: 0 nothing is open, 1 something is, 2 the audit could not run. */
export type ExitCode = 0 | 1 | 2

interface Choices {
  baseline?: string | undefined
  'write-baseline'?: string | undefined
  'fail-on'?: string | undefined
  since?: string | undefined
}

/** Runs `action-audit`. The report goes to `write`, errors to `complain`. */
export function auditCommand(
  args: readonly string[],
  write: (text: string) => void,
  complain: (text: string) => void,
): ExitCode {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        all: { type: 'boolean' },
        json: { type: 'boolean' },
        markdown: { type: 'boolean' },
        sarif: { type: 'boolean' },
        baseline: { type: 'string' },
        'write-baseline': { type: 'string' },
        'fail-on': { type: 'string' },
        since: { type: 'string' },
        'rule-pages': { type: 'string' },
        'with-build': { type: 'boolean' },
        'without-build': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) {
      write(usage)
      return 0
    }
    const isInit = positionals[0] === 'init'
    const places = isInit ? positionals.slice(1) : positionals
    const folder = resolve(places[0] ?? '.')
    if (places.length > 1 || !existsSync(folder) || !statSync(folder).isDirectory()) {
      complain(`Folder not found: ${places.join(' ')}\n\n${usage}`)
      return 2
    }
    if (isInit) return initCommand(realpathSync(folder), write)
    const format = Object.keys(formats).find((name) => name in values)
    const build: BuildUse = values['with-build'] ? 'require' : values['without-build'] ? 'ignore' : 'use'
    const settings = withRulePages(settingsFor(folder), values['rule-pages'])
    const inventory = takeInventory({ project: new Project(), settings }, { build, folder })
    const counted = countedFindings(inventory, settings.root, values)
    const shown = { ...inventory, findings: shownFindings(inventory, counted, values) }
    write((format === undefined ? summaryReport : (formats[format] ?? summaryReport))(shown, settings))
    return counted.length > 0 ? 1 : 0
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return 2
  }
}

function withRulePages({ root, config }: Settings, pages: string | undefined): Settings {
  if (pages !== undefined && !/^https?:\/\/\S+$/.test(pages))
    throw new Error(`--rule-pages takes a URL that starts with http:// or https://, not "${pages}".`)
  return { root, config: { ...config, rulePages: config.rulePages ?? pages } }
}

/** The findings that decide the exit code. */
function countedFindings(inventory: Inventory, root: string, choices: Choices): InventoryFinding[] {
  const { baseline, since } = choices
  const failOn = choices['fail-on'] ?? (baseline === undefined ? 'any' : 'new')
  if (failOn !== 'any' && failOn !== 'new')
    throw new Error(`--fail-on takes "any" or "new", not "${failOn}".`)
  if (failOn === 'new' && baseline === undefined && since === undefined)
    throw new Error('--fail-on new needs --baseline or --since: without one, everything is new.')
  const target = choices['write-baseline']
  if (target !== undefined) {
    writeFileSync(target, baselineText(inventory))
    return []
  }
  const open =
    baseline !== undefined && failOn === 'new'
      ? newFindings(inventory, baseline)
      : inventory.findings.filter(({ waiver }) => waiver === undefined)
  return since === undefined ? open : findingsSince(open, root, since)
}

/** Findings that aren't counted aren't shown, except waived ones. */
function shownFindings(
  { findings }: Inventory,
  counted: readonly InventoryFinding[],
  { baseline, since }: Choices,
): InventoryFinding[] {
  if (baseline === undefined && since === undefined) return findings
  const left = new Set(counted)
  return findings.filter((finding) => finding.waiver !== undefined || left.has(finding))
}
