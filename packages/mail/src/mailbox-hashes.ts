import { keyedHashes } from '@kit/db/text/sealed-text'
import { mailboxOf } from '@kit/rate-limit/mailbox-of'

const seal = { purpose: 'mail block', id: 'mailbox' }

/** Returns the hashes by which the blocks of a mailbox are stored: the current secret's, then those of previous ones. */
export function mailboxHashes(email: string): [current: string, ...previous: string[]] {
  const [current = '', ...previous] = keyedHashes(seal, mailboxOf(email.toLowerCase()))
  return [current, ...previous]
}
