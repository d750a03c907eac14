import 'server-only'
import type { Transaction } from '@kit/db/connection/client'
import { openText, resealText } from '@kit/db/text/sealed-text'
import { countBackupCodes, readSealedSecret, takeBackupCode, takeStep } from '@kit/db/two-factor/codes'
import { queueTwoFactorChange } from '../library/mail'
import { CredentialsError } from '../session/credentials-error'
import { backupCodeHashes } from './backup-codes'
import { stepOf } from './totp'

/** The seal of a user's secret. */
export const secretSeal = (userId: string) => ({ purpose: 'two-factor secret', id: userId })

interface Attempt {
  user: { id: string; email: string }
  /** What was typed: a code from the app or a backup code, with or without spaces. */
  code: string | undefined
}

/**
 * Uses up a code from the app or a backup code. Does nothing for a user without two-factor authentication. A used backup
 * code is reported by mail.
 * @throws CredentialsError WRONG_CODE
 */
export async function takeSecondFactor(transaction: Transaction, { user, code }: Attempt): Promise<void> {
  const sealedSecret = await readSealedSecret(transaction, user.id)
  if (sealedSecret === undefined) return
  const typed = (code ?? '').replaceAll(/\s/g, '')
  if (/^\d{6}$/.test(typed)) {
    const seal = secretSeal(user.id)
    const step = stepOf(openText(seal, sealedSecret), typed)
    const stored = { userId: user.id, sealedSecret, resealed: resealText(seal, sealedSecret) }
    if (step !== undefined && (await takeStep(transaction, { ...stored, step }))) return
  } else if (typed && (await takeBackupCode(transaction, codeOf(user.id, typed)))) {
    const left = await countBackupCodes(user.id, transaction)
    await queueTwoFactorChange(transaction, user.email, { change: 'backup-code-used', left })
    return
  }
  throw new CredentialsError('WRONG_CODE')
}

const codeOf = (userId: string, typed: string) => ({
  userId,
  codeHashes: backupCodeHashes(userId, typed),
})
