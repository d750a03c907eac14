import { underLoad } from '../load/under-load'

/** `kill -9` of Postgres while people write. */
export const postgresKilled = underLoad('postgres-killed', 3, async ({ cluster }) => {
  await cluster.kill()
  await cluster.start()
})
