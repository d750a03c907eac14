import { catalogues } from '@kit/attacks/catalogue/all'
import { matrix } from '../attacks/matrix'

/** The number of attacks on each action. Every run of the suite requires that all of them are blocked. */
export function attackCounts(): Record<string, number> {
  return Object.fromEntries(
    matrix.map((row) => [row.exportName, catalogues.flatMap((catalogue) => catalogue(row)).length]),
  )
}
