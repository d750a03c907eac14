import { createHash } from 'node:crypto'
import type { Inventory, InventoryFinding } from '../inventory/inventory'

/** Identifies a finding even if its line moves. 16 characters. */
export function fingerprintOf({ rule, file, exportName, message }: InventoryFinding): string {
  // Line numbers in messages change too.
  const text = message.replaceAll(/(line |:)\d+/g, '$1')
  return createHash('sha256')
    .update([rule, file, exportName ?? '', text].join('\0'))
    .digest('hex')
    .slice(0, 16)
}

/** The fingerprints of an inventory, with duplicates. */
export function fingerprintsOf({ findings }: Pick<Inventory, 'findings'>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const print = fingerprintOf(finding)
    counts.set(print, (counts.get(print) ?? 0) + 1)
  }
  return counts
}
