import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { settingsFor } from './config/load-config'
import type { BuildUse } from './inventory/compare-with-build'
import type { Inventory } from './inventory/inventory'
import { takeInventory } from './inventory/take-inventory'
import { Project } from './project/project'
import { markdownReport } from './report/markdown-report'
import { sarifReport } from './report/sarif-report'
import { textReport } from './report/text-report'

const usage = `Usage: action-audit [folder] [--json | --markdown | --sarif] [--with-build | --without-build]

Lists every Server Action of a Next app with what guards it, and fails when something is missing.

  --json, --markdown, --sarif   another report than the table for terminals
  --with-build                  fails without a production build to compare with
  --without-build               compares with no build, which may be older than the source
`

const formats: Readonly<Record<string, (inventory: Inventory) => string>> = {
  json: (inventory) => `${JSON.stringify(inventory, null, 2)}\n`,
  markdown: (inventory) => `${markdownReport(inventory)}\n`,
  sarif: sarifReport,
}

/** Exit codes: 0 nothing is open, 1 something is, 2 nobody could look. */
export type ExitCode = 0 | 1 | 2

/** What `action-audit` does. The report goes to `write`, trouble to `complain`. */
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
        json: { type: 'boolean' },
        markdown: { type: 'boolean' },
        sarif: { type: 'boolean' },
        'with-build': { type: 'boolean' },
        'without-build': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) {
      write(usage)
      return 0
    }
    const folder = resolve(positionals[0] ?? '.')
    if (positionals.length > 1 || !existsSync(folder) || !statSync(folder).isDirectory()) {
      complain(`There is no such folder: ${positionals.join(' ')}\n\n${usage}`)
      return 2
    }
    const format = Object.keys(formats).find((name) => name in values)
    const build: BuildUse = values['with-build'] ? 'require' : values['without-build'] ? 'ignore' : 'use'
    const sources = { project: new Project(), settings: settingsFor(folder) }
    const inventory = takeInventory(sources, { build, folder })
    write((format === undefined ? textReport : (formats[format] ?? textReport))(inventory))
    return inventory.summary.open > 0 ? 1 : 0
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return 2
  }
}
