import { startDevControlGroup } from '../servers/dev-control-group'
import { launch } from '../process/launch'
import { assertPortFree } from '@kit/server/ports'
import { print } from '../terminal/progress'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from '../process/scope'
import { loadDotenv, portSetting, setting } from '@kit/server/settings'

/** `pnpm dev:unguarded`: runs the control group by itself. */
async function devUnguarded(scope: Scope): Promise<number> {
  loadDotenv()
  if (setting('NODE_ENV') === 'production') {
    throw new Refusal('NODE_ENV is production. This app is vulnerable on purpose.')
  }
  const port = portSetting('UNGUARDED_PORT', 3999)
  await assertPortFree(port, 'UNGUARDED_PORT')
  const url = `http://127.0.0.1:${port}`
  const next = await startDevControlGroup(scope, { port, url })
  print(`
  Vulnerable on purpose  ${url}

  The lab of a running "pnpm dev" attacks it next to the app. It answers only this machine.
  Ctrl-C stops it and deletes its data.

`)
  const code = await next.exited
  throw new Refusal(`Next ended with exit code ${code}.`)
}

await launch(devUnguarded, () => {
  print('\nStopping.\n')
  return 0
})
