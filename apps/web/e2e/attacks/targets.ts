import { catalogues } from '@kit/attacks/catalogue/all'

import { matrix } from './matrix'

/** Returns every attack on every endpoint. */
export const everyTarget = () =>
  matrix.map((row) => ({ row, attacks: catalogues.flatMap((catalogue) => catalogue(row)) }))
