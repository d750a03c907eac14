import 'server-only'
import { recordAccountChange } from '@kit/db/accounts/account-changes'
import { lockAccount } from '@kit/db/accounts/lock-account'
import { lockUser } from '@kit/db/accounts/mailed-links'
import { ConflictError } from '@kit/db/connection/conflict-error'
import { database, type Transaction } from '@kit/db/connection/client'
import { readSealedSecret, replaceBackupCodes } from '@kit/db/two-factor/codes'
import { removeTwoFactor } from '@kit/db/two-factor/set-up'
import { queueTwoFactorChange } from '../library/mail'
import type { Caller } from '../accounts/caller'
import { backupCodeHash, newBackupCodes } from './backup-codes'

/**
 * Turns two-factor authentication off and reports it by mail.
 * @throws ConflictError TWO_FACTOR_OFF
 */
export async function disableTwoFactor(caller: Caller): Promise<void> {
  await database().transaction(async (transaction) => {
    await lockUser(transaction, caller.user.id)
    await turnOffTwoFactor(transaction, caller)
  })
}

/**
 * Turns it off as part of another change. Call it with the user locked.
 * @throws ConflictError TWO_FACTOR_OFF
 */
export async function turnOffTwoFactor(
  transaction: Transaction,
  { user: { id, email }, requestId }: Caller,
): Promise<void> {
  await lockAccount(transaction, id)
  if (!(await removeTwoFactor(transaction, id))) throw new ConflictError('TWO_FACTOR_OFF')
  const change = { userId: id, action: 'two-factor.disable', requestId }
  await recordAccountChange(transaction, change, { two_factor: { old: 'on', new: 'off' } })
  await queueTwoFactorChange(transaction, email, { change: 'off' })
}

/**
 * Replaces the backup codes and reports it by mail.
 * @returns the new codes, which can't be read again
 * @throws ConflictError TWO_FACTOR_OFF
 */
export async function renewBackupCodes({ user: { id, email }, requestId }: Caller): Promise<string[]> {
  const codes = newBackupCodes()
  return database().transaction(async (transaction) => {
    await lockUser(transaction, id)
    await lockAccount(transaction, id)
    if ((await readSealedSecret(transaction, id)) === undefined) throw new ConflictError('TWO_FACTOR_OFF')
    const hashes = codes.map((code) => backupCodeHash(id, code))
    await replaceBackupCodes(transaction, id, hashes)
    const change = { userId: id, action: 'two-factor.renewCodes', requestId }
    await recordAccountChange(transaction, change, { backup_codes: {} })
    await queueTwoFactorChange(transaction, email, { change: 'new-backup-codes' })
    return codes
  })
}
