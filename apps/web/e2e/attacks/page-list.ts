import type { Page } from '@kit/attacks/engine/page'

import { attackModules } from './attack-modules'

/** Every guarded page, with an example of each. `cost.spec.ts` compares it with the routes of the app. */
export const guardedPages: readonly Page[] = attackModules.flatMap(({ pages = [] }) => pages)
