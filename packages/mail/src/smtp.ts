import { createTransport } from 'nodemailer'
import { MailError, type MailMessage } from './message'

/** Milliseconds before a silent server times out, per step. */
const PATIENCE = 10_000

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

/** @throws MailError when the server cannot be reached or rejects the message; `cause` has its answer. */
export async function sendBySmtp(
  smtpUrl: string,
  message: Omit<MailMessage, 'id' | 'sentAt'>,
): Promise<void> {
  if (transport?.url !== smtpUrl) transport = { url: smtpUrl, mailer: openTransport(smtpUrl) }
  try {
    // An object is used as is; a string would be parsed as a list.
    await transport.mailer.sendMail({
      ...message,
      to: { name: '', address: message.to },
      ...(message.replyTo && { replyTo: { name: '', address: message.replyTo } }),
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new MailError(`The mail server did not accept the message (${code}).`, { cause: error })
  }
}
