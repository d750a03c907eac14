import type { Page } from '@kit/attacks/engine/page'

import { attackModules } from './attack-modules'

/** Every guarded page, with an example. `cost.spec.ts` compares it with the app's routes. */
export const guardedPages: readonly Page[] = attackModules.flatMap(({ pages = [] }) => pages)
