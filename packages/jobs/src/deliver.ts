import type { WorkerConnections } from '@kit/db/connection/worker-connections'
import { claimMail, type ClaimedMail, postpone, settleFailed, settleSent } from '@kit/db/mail/delivery'
import { isMailBlocked } from '@kit/db/mail/blocks'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { type Mail, mailKinds } from '@kit/mail/kinds'
import { mailboxHashes } from '@kit/mail/mailbox-hashes'
import { MailError } from '@kit/mail/message'
import { openMail } from '@kit/mail/sealed-mail'
import { sendMail } from '@kit/mail/send'

/**
 * Sends the next email that is due, if any. Delivery is at least once: if a worker dies after the mail server accepts the email
 * but before recording that, another worker sends it again with the same Message-ID.
 * @param onClaim called before the email is sent, because another may be due
 * @returns false when none is due
 */
export async function deliverNext(
  { run }: Pick<WorkerConnections, 'run'>,
  onClaim: () => void = () => {},
): Promise<boolean> {
  const claimed = await run(claimMail)
  if (!claimed) return false
  onClaim()
  if (claimed.isExpired) {
    await run((db) => settleFailed(db, claimed, 'EXPIRED'))
    logger.error({ mail: claimed.id, attempts: claimed.attempts }, 'mail was given up')
    return true
  }
  const failure = await attempt(claimed, run)
  if (!failure) await run((db) => settleSent(db, claimed))
  else if (failure.isFinal) await run((db) => settleFailed(db, claimed, failure.code))
  else await run((db) => postpone(db, claimed, failure.code))
  return true
}

async function attempt(
  { id, sealed, attempts, createdAt }: ClaimedMail,
  run: WorkerConnections['run'],
): Promise<MailError | undefined> {
  try {
    const mail = openMail(id, sealed)
    // Recorded as sent, so the sender can't tell.
    if (!(await isBlocked(mail, run))) await sendMail({ id, queuedAt: createdAt, mail })
    return undefined
  } catch (error) {
    const failure =
      error instanceof MailError
        ? error
        : new MailError('An email could not be composed.', { code: 'BROKEN', cause: error })
    const message = failure.isFinal ? 'mail was given up' : 'mail could not be sent yet'
    logger.error({ mail: id, attempts, error: describeError(failure) }, message)
    return failure
  }
}

async function isBlocked({ to, kind, cause }: Mail, run: WorkerConnections['run']): Promise<boolean> {
  if (!mailKinds[kind].canBlock) return false
  const senderId = cause && 'userId' in cause ? cause.userId : undefined
  return run((db) => isMailBlocked({ mailboxHashes: mailboxHashes(to), senderId }, db))
}
