import type { Sources } from '../../action/sources'
import type { Placed } from '../endpoints/describe-endpoint'
import { pathOf } from '../findings/found'
import type { InventoryFinding } from '../inventory'
import type { MatrixRows } from './matrix'

/** Endpoints without attacks, and attacks without an endpoint. */
export function matrixFindings(
  { settings }: Sources,
  matrix: MatrixRows,
  placed: readonly Placed[],
): InventoryFinding[] {
  const unattacked = placed
    .filter(({ module, endpoint }) => !matrix.has(module.file, endpoint.exportName))
    .map(({ endpoint: { file, line, exportName } }) => {
      const message = `"${exportName}" has no row in the attack matrix.`
      return { file, line, column: 1, rule: 'not-attacked', message, exportName }
    })
  const names = new Set(placed.map(({ module, endpoint }) => `${module.file}#${endpoint.exportName}`))
  const stale = matrix.rows
    .filter(({ file, exportName }) => !names.has(`${file}#${exportName}`))
    .map(({ exportName, at }) => {
      const message = `A row attacks "${exportName}", which is not an endpoint.`
      return { file: pathOf(settings, at.module.file), line: at.line, column: 1, rule: 'stale-row', message }
    })
  return [...unattacked, ...stale]
}
