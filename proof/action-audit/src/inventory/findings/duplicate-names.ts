import type { Described, Placed } from '../endpoints/describe-endpoint'
import type { InventoryFinding } from '../inventory'

/** Actions of one name: in the log and in the audit, nobody can tell them apart. */
export function duplicateNames(placed: readonly Placed[]): InventoryFinding[] {
  const first = new Map<string, Described>()
  return placed.flatMap(({ endpoint }) => {
    const { name, file, line, exportName } = endpoint
    if (name === null) return []
    const other = first.get(name)
    if (!other) {
      first.set(name, endpoint)
      return []
    }
    const message = `"${exportName}" has the same name as "${other.exportName}" in ${other.file}: ${name}.`
    return [{ file, line, column: 1, rule: 'duplicate-name', message, exportName }]
  })
}
