import type { Described, Placed } from '../endpoints/describe-endpoint'
import type { InventoryFinding } from '../inventory'

/** Actions with the same name, which logs and audit events can't tell apart. */
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
