import { connectOnce } from '@kit/db/connection/connect'
import type { Fault } from '../engine/fault'

/** More people than connections, then a Postgres that accepts no more of them. */
export const poolExhausted: Fault = {
  name: 'pool-exhausted',
  rounds: 2,
  run: async (lab, ledger, rounds) => {
    const stage = await lab.stage({ DATABASE_POOL_SIZE: '2' })
    const { adminUrl } = stage.cluster
    const app = await lab.app(stage)
    const load = lab.load(stage, app, ledger).start(40)
    const role = new URL(stage.cluster.appUrl).username
    for (let round = 0; round < rounds; round += 1) {
      await load.more(150)
      await connectOnce(adminUrl, async (client) => {
        await client.unsafe(`ALTER ROLE ${role} CONNECTION LIMIT 0`)
        await client`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ${role}`
        await client`SELECT pg_sleep(5)`
        await client.unsafe(`ALTER ROLE ${role} CONNECTION LIMIT -1`)
      })
    }
    await load.more(60)
    await load.settle(adminUrl)
  },
}
