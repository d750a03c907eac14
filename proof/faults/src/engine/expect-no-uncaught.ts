import type { App } from './app'
import type { Ledger } from '../load/ledger'

/** Checks that nothing the app did ended in an error that no one handled. */
export function expectNoUncaught(app: App, ledger: Ledger): void {
  const found = /.*(?:uncaughtException|unhandledRejection|reading 'write').*/.exec(app.output())
  ledger.expect(!found, `the app printed ${found?.[0].slice(0, 300) ?? ''}`)
}
