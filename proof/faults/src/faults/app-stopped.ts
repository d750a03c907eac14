import { underLoad } from '../load/under-load'

/** SIGTERM while people write: what was accepted is finished, and the exit code is 0. */
export const appStopped = underLoad('app-stopped', 2, async ({ app, ledger, restart }) => {
  ledger.expect((await app.stop()) === 0, 'the exit code is not 0')
  await restart()
})
