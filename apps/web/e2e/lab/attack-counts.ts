import { catalogues } from '@kit/attacks/catalogue/all'
import { matrix } from '../attacks/matrix'

/** How many attacks the suite has for each action; each run of it demands that all of them are held. */
export function attackCounts(): Record<string, number> {
  return Object.fromEntries(
    matrix.map((row) => [row.exportName, catalogues.flatMap((catalogue) => catalogue(row)).length]),
  )
}
