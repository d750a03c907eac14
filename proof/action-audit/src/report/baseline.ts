import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Inventory, InventoryFinding } from '../inventory/inventory'
import { fingerprintOf, fingerprintsOf } from './fingerprint'

const baselineSchema = z.strictObject({
  version: z.literal(1),
  /** Known findings, by fingerprint. */
  findings: z.record(z.string(), z.number().int().positive()),
})

/** The output of `--write-baseline`: the current open findings, for later comparison. */
export function baselineText({ findings }: Inventory): string {
  const open = findings.filter(({ waiver }) => waiver === undefined)
  const known = Object.fromEntries([...fingerprintsOf({ findings: open })].toSorted())
  return `${JSON.stringify({ version: 1, findings: known }, null, 2)}\n`
}

/**
 * Returns the open findings that aren't in a baseline.
 * @throws if the baseline is invalid
 */
export function newFindings({ findings }: Inventory, file: string): InventoryFinding[] {
  const left = new Map(Object.entries(read(file)))
  return findings.filter((finding) => {
    if (finding.waiver !== undefined) return false
    const print = fingerprintOf(finding)
    const known = left.get(print) ?? 0
    left.set(print, known - 1)
    return known <= 0
  })
}

function read(file: string): Record<string, number> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Error(`There is no baseline at ${file}. Write one with --write-baseline ${file}.`)
  }
  const parsed = baselineSchema.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`${file} is not a baseline of action-audit.`)
  return parsed.data.findings
}
