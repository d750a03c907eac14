import type { App } from '../engine/app'
import type { Fault } from '../engine/fault'
import type { Ledger } from '../load/ledger'
import { open } from '../load/open'
import type { Person } from '../load/people'
import { post } from '../load/post'

/** The lowest allowed PAGE_READS_PER_MINUTE. */
const LIMIT = 30

/** People and strangers who open pages, or call actions that don't exist, far more often than a minute allows. */
export const pageFlood: Fault = {
  name: 'page-flood',
  rounds: 1,
  run: async (lab, ledger) => {
    const stage = await lab.stage()
    const [greedy, other] = stage.people
    if (!greedy || !other) throw new Error('There are no people.')
    const app = await lab.app(stage, { PAGE_READS_PER_MINUTE: String(LIMIT) })
    await flood('a person', ledger, () => open(app.url, greedy, ledger))
    const seen = await open(app.url, other, ledger)
    ledger.expect(seen === 'page', `next to a person with too many pages, another one saw ${seen}`)
    await flood('a stranger', ledger, () => get(app, '/contact'))
    await flood('a caller of unknown actions', ledger, () => callNothing(app, greedy))
    ledger.seen.delete('status 409')
  },
}

/** Counts refusals of three times the limit. A new minute may begin once, so up to twice the limit can pass. */
async function flood(who: string, ledger: Ledger, send: () => Promise<string>): Promise<void> {
  const seen: string[] = []
  for (let times = 0; times < 3 * LIMIT; times += 1) seen.push(await send())
  const refused = seen.filter((each) => each === 'status 429').length
  ledger.expect(refused >= LIMIT, `${who} was refused ${refused} times`)
}

async function get(app: App, path: string): Promise<string> {
  return (await post(app.url, { method: 'GET', path, headers: { Accept: 'text/html' } })).seen
}

async function callNothing(app: App, { cookie }: Person): Promise<string> {
  const headers = {
    'Next-Action': `7f${'a'.repeat(40)}`,
    Origin: app.url,
    Cookie: cookie,
    'Content-Type': 'text/plain',
  }
  return (await post(app.url, { method: 'POST', path: '/', headers, body: Buffer.from('[]') })).seen
}
