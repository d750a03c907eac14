import { underLoad } from '../load/under-load'

/** `kill -9` of the app while people write. */
export const appKilled = underLoad('app-killed', 3, async ({ app, restart }) => {
  await app.kill()
  await restart()
})
