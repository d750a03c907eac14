import { isRecord, readActionReply } from '@kit/action-middleware/errors/action-reply'

/** A raw response. */
export interface RawReply {
  status: number
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>
  body: string
}

/** The response of an action or of a guard. */
export type Answer =
  | { kind: 'error'; code: string; message: string }
  | { kind: 'invalid'; fields: string[] }
  | { kind: 'data' }
  | { kind: 'redirect'; to: string }
  /** The framework threw before the action ran. */
  | { kind: 'thrown' }
  /** Not an action response. */
  | { kind: 'page' }
  | { kind: 'none' }

export function answerOf({ status, headers, body }: RawReply): Answer {
  const to = headers['x-action-redirect']?.replace(/;(?:push|replace)$/, '') ?? headers.location
  if (to !== undefined) return { kind: 'redirect', to }
  if (status === 0) return { kind: 'none' }
  const reply = headers['content-type']?.startsWith('text/x-component') ? readActionReply(body) : undefined
  if (!reply) return { kind: 'page' }
  if ('digest' in reply) return { kind: 'thrown' }
  const result = isRecord(reply.result) ? reply.result : {}
  const { serverError, validationErrors } = result
  if (isRecord(serverError))
    return { kind: 'error', code: String(serverError.code), message: String(serverError.message) }
  if (isRecord(validationErrors)) {
    const { fieldErrors } = validationErrors
    return { kind: 'invalid', fields: isRecord(fieldErrors) ? Object.keys(fieldErrors) : [] }
  }
  return { kind: 'data' }
}

/** The response in words. */
export function describeAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'error':
      return `${answer.code}: ${answer.message}`
    case 'invalid':
      return answer.fields.length > 0 ? `Invalid input: ${answer.fields.join(', ')}` : 'Invalid input'
    case 'data':
      return 'The action ran and returned data.'
    case 'redirect':
      return `Redirect to ${answer.to}`
    case 'thrown':
      return 'A generic error with a digest and no cause'
    case 'page':
      return 'A page instead of an action response'
    case 'none':
      return 'The connection closed without a response.'
  }
}

/** The response in a word. */
export function labelOf(answer: Answer): string {
  return answer.kind === 'error' ? answer.code : describeAnswer(answer)
}

/** True if the call was refused. Anything that looks like success counts as not refused. */
export function isBlocked(
  { status, headers }: RawReply,
  answer: Answer,
  demanded: { pages?: readonly number[]; redirect?: boolean },
): boolean {
  if (headers['set-cookie'] !== undefined) return false
  if (answer.kind === 'redirect') return demanded.redirect === true
  if (answer.kind === 'page') return status >= 400 || demanded.pages?.includes(status) === true
  return answer.kind !== 'data'
}
