import { connectOnce } from '@kit/db/connection/connect'
import type { Fault } from '../engine/fault'
import { open } from '../load/open'

/** Someone holds a lock: on the sessions that every page reads, then on one organization. */
export const locks: Fault = {
  name: 'locks',
  rounds: 2,
  run: async (lab, ledger, rounds) => {
    const stage = await lab.stage()
    const { adminUrl } = stage.cluster
    const app = await lab.app(stage)
    const load = lab.load(stage, app, ledger).start()
    const [stuck, other] = stage.people
    if (!stuck || !other) throw new Error('There are no people.')
    for (let round = 0; round < rounds; round += 1) {
      await load.more(60)
      await connectOnce(adminUrl, (client) =>
        client.begin(async (sql) => {
          await sql`LOCK TABLE session IN ACCESS EXCLUSIVE MODE`
          const seen = await open(app.url, other, ledger)
          ledger.expect(seen === 'status 503', `with locked sessions, a page showed ${seen}`)
        }),
      )
      await load.more(60)
      await connectOnce(adminUrl, (client) =>
        client.begin(async (sql) => {
          await sql`SELECT FROM member WHERE organization_id = (
            SELECT id FROM organization WHERE slug = ${stuck.organization}) FOR UPDATE`
          // The other organizations keep working.
          await load.more(100)
          const seen = await open(app.url, other, ledger)
          ledger.expect(seen === 'page', `next to a locked organization, a page showed ${seen}`)
        }),
      )
    }
    await load.settle(adminUrl)
  },
}
