import 'server-only'
import { lockAccount } from '@kit/db/accounts/lock-account'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { database } from '@kit/db/connection/client'
import { readSealedSecret, replaceBackupCodes } from '@kit/db/two-factor/codes'
import { removeTwoFactor } from '@kit/db/two-factor/set-up'
import { queueTwoFactorChange } from '../library/mail'
import type { SessionUser } from '../session/session'
import { backupCodeHash, newBackupCodes } from './backup-codes'

/**
 * Turns two-factor authentication off and reports it by mail.
 * @throws ConflictError TWO_FACTOR_OFF
 */
export async function disableTwoFactor({ id, email }: SessionUser): Promise<void> {
  await database().transaction(async (transaction) => {
    await lockUser(transaction, id)
    await lockAccount(transaction, id)
    if (!(await removeTwoFactor(transaction, id))) throw new ConflictError('TWO_FACTOR_OFF')
    await queueTwoFactorChange(transaction, email, { change: 'off' })
  })
}

/**
 * Replaces the backup codes and reports it by mail.
 * @returns the new codes, which can't be read again
 * @throws ConflictError TWO_FACTOR_OFF
 */
export async function renewBackupCodes({ id, email }: SessionUser): Promise<string[]> {
  const codes = newBackupCodes()
  return database().transaction(async (transaction) => {
    await lockUser(transaction, id)
    await lockAccount(transaction, id)
    if ((await readSealedSecret(transaction, id)) === undefined) throw new ConflictError('TWO_FACTOR_OFF')
    const hashes = codes.map((code) => backupCodeHash(id, code))
    await replaceBackupCodes(transaction, id, hashes)
    await queueTwoFactorChange(transaction, email, { change: 'new-backup-codes' })
    return codes
  })
}
