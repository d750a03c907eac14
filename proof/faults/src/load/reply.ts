import { readActionReply } from '@kit/action-middleware/errors/action-reply'

/** What a user saw: a result, an error code, a page, or that nothing answered. */
export type Seen = 'done' | 'page' | 'unreachable' | 'no answer' | 'a bare error' | (string & {})

/** Reads the reply to an action. */
export function seenIn(status: number, contentType: string, body: string): Seen {
  const reply = contentType.startsWith('text/x-component') ? readActionReply(body) : undefined
  if (!reply) return status === 200 ? 'page' : `status ${status}`
  if ('digest' in reply) return 'a bare error'
  const { result } = reply
  if (typeof result !== 'object' || result === null) return 'an empty reply'
  if ('data' in result) return 'done'
  const error = 'serverError' in result ? result.serverError : undefined
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'refused input'
}
