import { eq } from 'drizzle-orm'
import { TOTP } from 'otpauth'
import { database } from '@kit/db/connection/client'
import { twoFactor } from '@kit/db/schema'
import { signIn } from '../session/credentials'
import { confirmTwoFactor, readTwoFactorSetUp, startTwoFactor } from '../two-factor/set-up'
import { asSignedIn } from './signed-in'
import { Browser } from './testing'

/** A user with two-factor authentication, and their authenticator app. */
export interface Guarded {
  /** The browser in which it was turned on. */
  browser: Browser
  key: string
  backupCodes: string[]
}

/** Returns the code that the app shows, or that of another step: -1 for the previous, 1 for the next. */
export function codeAt(key: string, step = 0): string {
  return new TOTP({ secret: key }).generate({ timestamp: Date.now() + step * 30_000 })
}

/** Signs a person in and turns two-factor authentication on. */
export async function guard(email: string, password: string): Promise<Guarded> {
  const browser = new Browser()
  await browser.run(() => signIn({ email, password }))
  return asSignedIn(browser, async (current) => {
    await startTwoFactor(current)
    const key = (await readTwoFactorSetUp(current))?.key ?? ''
    const backupCodes = await confirmTwoFactor({ ...current, requestId: 'r1' }, codeAt(key))
    await forgetSteps(current.user.id)
    return { browser, key, backupCodes }
  })
}

/** Allows the current code to be used again. */
export async function forgetSteps(userId: string): Promise<void> {
  await database().update(twoFactor).set({ lastStep: 0 }).where(eq(twoFactor.userId, userId))
}
