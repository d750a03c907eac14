import type { NamedRow } from '@kit/attacks/engine/row'

import { attackModules } from './attack-modules'

/** Every endpoint of the app, once. `coverage.spec.ts` compares it with the build manifest. */
export const matrix: readonly NamedRow[] = attackModules.flatMap(({ attacks = [] }) => attacks)
