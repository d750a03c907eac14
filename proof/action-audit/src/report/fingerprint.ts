import { createHash } from 'node:crypto'
import type { Inventory, InventoryFinding } from '../inventory/inventory'

/** What a finding is known by when the lines around it move: 16 characters. */
export function fingerprintOf({ rule, file, exportName, message }: InventoryFinding): string {
  // Lines in a message move like all others.
  const text = message.replaceAll(/(line |:)\d+/g, '$1')
  return createHash('sha256')
    .update([rule, file, exportName ?? '', text].join('\0'))
    .digest('hex')
    .slice(0, 16)
}

/** The fingerprints of an inventory, each as often as it is there. */
export function fingerprintsOf({ findings }: Pick<Inventory, 'findings'>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const print = fingerprintOf(finding)
    counts.set(print, (counts.get(print) ?? 0) + 1)
  }
  return counts
}
