import { database } from '@kit/db/connection/client'
import { queueMail } from '@kit/mail/queue'

/** Queues an email in its own transaction. */
export async function queueFor(to: string): Promise<void> {
  await database().transaction((transaction) =>
    queueMail(transaction, {
      to,
      kind: 'resetPassword',
      props: { url: 'https://app.test/reset-password?token=secret-token' },
    }),
  )
}
