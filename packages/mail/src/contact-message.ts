import 'server-only'
import { env } from '@kit/env'
import type { MailProps } from './kinds'
import { assertEmail } from './message'
import { queueMailAlone } from './queue'

/**
 * Queues a visitor's message to CONTACT_EMAIL only. A copy to the visitor would let anyone mail anyone. Replies go to
 * the visitor. A message with the same ID as an earlier one is the same message, and is not sent again.
 * @throws MailError if the visitor's email is not a single plain one
 */
export async function queueContactMessage(props: MailProps<'contactMessage'>, id?: string): Promise<void> {
  assertEmail(props.email)
  await queueMailAlone({ to: env().CONTACT_EMAIL, kind: 'contactMessage', props }, id)
}
