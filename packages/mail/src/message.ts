/** A message as sent. */
export interface MailMessage {
  id: string
  to: string
  from: string
  /** Where replies go, if not to the sender. */
  replyTo?: string
  subject: string
  html: string
  text: string
  /** ISO 8601, UTC. */
  sentAt: string
}

/** A message could not be sent. The error text has no recipient and no password. */
export class MailError extends Error {
  override name = 'MailError'
  /** The cause in one word, without values. */
  readonly code: string
  /** Whether another attempt would fail too. */
  readonly isFinal: boolean

  constructor(message: string, options: ErrorOptions & { code: string; isFinal?: boolean }) {
    super(message, options)
    this.code = options.code
    this.isFinal = options.isFinal ?? false
  }
}

const SUBJECT_LENGTH = 200
const ADDRESS_LENGTH = 254

// These characters would add a second recipient or a header.
const address = /^[^\s@<>()[\],;:\\"\p{Cc}]+@[^\s@<>()[\],;:\\"\p{Cc}]+$/u
const control = /[\p{Cc}\u2028\u2029]/u

/** @throws MailError unless `to` is one bare address that cannot grow a second recipient or header. */
export function assertEmail(to: string): void {
  if (to.length > ADDRESS_LENGTH || !address.test(to)) {
    throw new MailError('The recipient is not a single plain email address.', {
      code: 'RECIPIENT',
      isFinal: true,
    })
  }
}

/** @throws MailError unless `subject` is one line of 1 to 200 characters. */
export function assertSubject(subject: string): void {
  if (subject.length === 0 || subject.length > SUBJECT_LENGTH || control.test(subject)) {
    throw new MailError('The subject is not one line of 1 to 200 characters.', {
      code: 'SUBJECT',
      isFinal: true,
    })
  }
}
