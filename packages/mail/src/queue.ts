import { randomUUID } from 'node:crypto'
import type { Transaction } from '@kit/db/connection/client'
import { insertInvitationMail, insertMail, insertMailAlone, type SealedMail } from '@kit/db/mail/queue'
import { type Mail, mailKinds } from './kinds'
import { assertEmail } from './message'
import { sealMail } from './sealed-mail'

/**
 * Queues mail in the caller's transaction, with one statement: it is sent after the commit, and never if that fails.
 * @throws MailError if a recipient is unsafe
 */
export async function queueMail(db: Transaction, ...mails: Mail[]): Promise<void> {
  await insertMail(
    db,
    mails.map((mail) => seal(mail)),
  )
}

/** Queues mail that isn't caused by another change, unless a queued one has the ID already. */
export async function queueMailAlone(mail: Mail, id?: string): Promise<void> {
  await insertMailAlone(seal(mail, id))
}

/** Queues an invitation's email in the member's transaction, and replaces an earlier one. */
export async function queueInvitation(
  db: Transaction,
  invitationId: string,
  mail: Extract<Mail, { kind: 'invitation' }>,
  id?: string,
): Promise<void> {
  await insertInvitationMail(db, invitationId, seal(mail, id))
}

function seal(mail: Mail, id: string = randomUUID()): SealedMail {
  assertEmail(mail.to)
  return { id, sealed: sealMail(id, mail), lifetime: mailKinds[mail.kind].lifetime }
}
