import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { MailError, type MailMessage } from './message'

/** Milliseconds before a silent server times out, per step. */
const PATIENCE = 10_000

/** Milliseconds for all steps, so a slow server can't outlast the email's lease. */
const DEADLINE = 60_000

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Email contains sign-in links, so STARTTLS is required except on loopback. A private relay without TLS needs
 * `smtp://relay:25?requireTLS=false`.
 */
function requiresTls(url: URL): boolean {
  return !loopback.has(url.hostname) && url.searchParams.get('requireTLS') !== 'false'
}

function openTransport(smtpUrl: string) {
  return createTransport({
    url: smtpUrl,
    requireTLS: requiresTls(new URL(smtpUrl)),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

let transport: { url: string; mailer: ReturnType<typeof openTransport> } | undefined

export interface SmtpMessage extends Omit<MailMessage, 'id' | 'sentAt'> {
  /** The same for each attempt. */
  messageId: string
  date: Date
  /** The URL behind the mail client's own unsubscribe button. */
  list?: { unsubscribe: string }
}

/** @throws MailError when the server cannot be reached or rejects the message; `cause` has its answer. */
export async function sendBySmtp(smtpUrl: string, message: SmtpMessage): Promise<void> {
  if (transport?.url !== smtpUrl) transport = { url: smtpUrl, mailer: openTransport(smtpUrl) }
  // An object is used as is; a string would be parsed as a list.
  const sending = transport.mailer.sendMail({
    ...message,
    to: { name: '', address: message.to },
    ...(message.replyTo && { replyTo: { name: '', address: message.replyTo } }),
  })
  const late = new AbortController()
  const deadline = sleep(DEADLINE, undefined, { signal: late.signal }).then(() => {
    throw Object.assign(new Error('The mail server took too long.'), { code: 'DEADLINE' })
  })
  try {
    await Promise.race([sending, deadline])
  } catch (error) {
    const code = faultCode(error)
    const options = { code, isFinal: isRefusedRecipient(error), cause: error }
    throw new MailError(`The mail server did not accept the message (${code}).`, options)
  } finally {
    deadline.catch(() => {})
    late.abort()
  }
}

/** Nodemailer's code and the server's, such as `EENVELOPE 550`. */
function faultCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return 'UNKNOWN'
  return 'responseCode' in error ? `${String(error.code)} ${String(error.responseCode)}` : String(error.code)
}

/** A server that permanently rejects the recipient replies 5xx; a busy one replies 4xx. */
function isRefusedRecipient(error: unknown): boolean {
  if (!(error instanceof Error) || !('command' in error) || !('responseCode' in error)) return false
  return error.command === 'RCPT TO' && Number(error.responseCode) >= 500
}
