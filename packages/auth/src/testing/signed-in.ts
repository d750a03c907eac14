import { getSession, type Session } from '../session/session'
import type { Browser } from './testing'

/** Runs `work` in this browser with its session, as the action clients prove it. */
export function asSignedIn<T>(browser: Browser, work: (current: Session) => Promise<T>): Promise<T> {
  return browser.run(async () => {
    const current = await getSession()
    if (!current) throw new Error('This browser is signed out.')
    return work(current)
  })
}
