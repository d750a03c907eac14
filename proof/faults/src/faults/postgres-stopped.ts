import { underLoad } from '../load/under-load'

/** A fast shutdown of Postgres while people write, as in a restart for an update. */
export const postgresStopped = underLoad('postgres-stopped', 3, async ({ cluster }) => {
  await cluster.stop()
  await cluster.start()
})
