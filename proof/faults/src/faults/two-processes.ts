import { connectOnce } from '@kit/db/connection/connect'
import { startBalancer } from '../load/balancer'
import type { Fault } from '../engine/fault'
import { open } from '../load/open'

/** Two processes behind a proxy, one of which is killed, then stopped; a session that ends, ends in both. */
export const twoProcesses: Fault = {
  name: 'two-processes',
  rounds: 2,
  run: async (lab, ledger, rounds) => {
    const stage = await lab.stage()
    const { adminUrl } = stage.cluster
    const balancer = await lab.scope.acquire(startBalancer, (started) => started.stop())
    const start = async () => {
      const app = await lab.app(stage, { APP_URL: balancer.url })
      balancer.targets.push(app.url)
      return app
    }
    let [first, second] = [await start(), await start()]
    const load = lab.load(stage, balancer, ledger).start()
    for (let round = 0; round < rounds; round += 1) {
      await load.more(60)
      await (round % 2 === 0 ? first.kill() : first.stop())
      await load.more(60)
      balancer.targets.splice(balancer.targets.indexOf(first.url), 1)
      ;[first, second] = [second, await start()]
    }
    await load.more(60)
    await load.settle(adminUrl)
    const person = stage.people.at(-1)
    if (!person) throw new Error('There are no people.')
    const token = `session-${stage.people.length}`
    await connectOnce(adminUrl, (client) => client`DELETE FROM session WHERE token = ${token}`)
    for (const app of [first, second]) {
      const seen = await open(app.url, person, ledger)
      ledger.expect(/^status (401|307)$/.test(seen), `after the session ended, a page showed ${seen}`)
      ledger.seen.delete(seen)
    }
  },
}
