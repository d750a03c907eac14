import { MailError } from '@kit/mail/message'

// A failed query carries its parameters, a hash or an address among them, so of other errors only the kind is told.
function describe(error: unknown): string {
  if (error instanceof MailError) return error.message
  if (!(error instanceof Error)) return ''
  const cause = error.cause instanceof Error ? error.cause : error
  return 'code' in cause ? `${error.name} ${String(cause.code)}` : error.name
}

/** One line to the server's log: what failed and of what kind; no value, no stack. */
export function logFailure(message: string, error?: unknown): void {
  process.stderr.write(`auth: ${[message, describe(error)].filter(Boolean).join(' ')}\n`)
}
