import 'server-only'
import { recordAccountChange } from '@kit/db/accounts/account-changes'
import { lockAccount } from '@kit/db/accounts/lock-account'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { database } from '@kit/db/connection/client'
import { openText, sealText } from '@kit/db/text/sealed-text'
import { replaceBackupCodes } from '@kit/db/two-factor/codes'
import { enableTwoFactor, readSetUp, startSetUp } from '@kit/db/two-factor/set-up'
import { reportLink } from '../browsers/report-link'
import { queueTwoFactorChange } from '../library/mail'
import { CredentialsError } from '../session/credentials-error'
import type { Session } from '../session/session'
import { backupCodeHash, newBackupCodes } from './backup-codes'
import { secretSeal } from './second-factor'
import { keyUri, newSecret, stepOf } from './totp'

const ownSession = ({ user, session }: Pick<Session, 'user' | 'session'>) => ({
  userId: user.id,
  sessionId: session.id,
})

/**
 * Makes a new key for an authenticator app, which this session can show and confirm. False when two-factor authentication is
 * already on.
 */
export async function startTwoFactor(current: Session): Promise<boolean> {
  return startSetUp(ownSession(current), sealText(secretSeal(current.user.id), newSecret()))
}

/** Returns the key that this session is setting up, and the URI for its QR code. */
export async function readTwoFactorSetUp(
  current: Session,
): Promise<{ key: string; uri: string } | undefined> {
  const sealed = await readSetUp(ownSession(current))
  if (sealed === undefined) return undefined
  const key = openText(secretSeal(current.user.id), sealed)
  return { key, uri: keyUri(key, current.user.email) }
}

/**
 * Turns two-factor authentication on with the first code from the app, ends the user's other sessions, and reports it by
 * mail. The mail has a link that undoes it: a stranger who knows only the password could otherwise lock the owner out.
 * @returns the backup codes, which can't be read again
 * @throws CredentialsError WRONG_CODE; ConflictError TWO_FACTOR_SET_UP_ENDED when the key has expired or is on already
 */
export async function confirmTwoFactor(
  current: Session & { requestId: string },
  code: string,
): Promise<string[]> {
  const { user } = current
  const sealedSecret = await readSetUp(ownSession(current))
  if (sealedSecret === undefined) throw new ConflictError('TWO_FACTOR_SET_UP_ENDED')
  const step = stepOf(openText(secretSeal(user.id), sealedSecret), code.replaceAll(/\s/g, ''))
  if (step === undefined) throw new CredentialsError('WRONG_CODE')
  const codes = newBackupCodes()
  return database().transaction(async (transaction) => {
    await lockUser(transaction, user.id)
    await lockAccount(transaction, user.id)
    if (!(await enableTwoFactor(transaction, { ...ownSession(current), step, sealedSecret })))
      throw new ConflictError('TWO_FACTOR_SET_UP_ENDED')
    const hashes = codes.map((one) => backupCodeHash(user.id, one))
    await replaceBackupCodes(transaction, user.id, hashes)
    const change = { userId: user.id, action: 'two-factor.confirm', requestId: current.requestId }
    await recordAccountChange(transaction, change, { two_factor: { old: 'off', new: 'on' } })
    await queueTwoFactorChange(transaction, user.email, {
      change: 'on',
      token: await reportLink(transaction, user),
    })
    return codes
  })
}
