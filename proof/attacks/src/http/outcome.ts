import { z } from 'zod'

import type { ErrorCode } from '@kit/action-middleware'

import { conflictCodes } from '@kit/db/connection/conflict-error'
import { readActionReply } from '@kit/action-middleware/errors/action-reply'
import { policies } from '@kit/rate-limit/policies'
import type { RawResponse } from './raw-http'

/** The outcome of a call, as far as the caller can tell. */
export type Outcome =
  | { kind: 'data'; data: unknown }
  | { kind: 'error'; code: ErrorCode }
  | { kind: 'invalid' }
  | { kind: 'redirect'; location: string }
  /** `{}`: neither success nor refusal, so a page could mistake it for either. */
  | { kind: 'empty' }
  /** The action threw, and the caller got a digest. */
  | { kind: 'thrown'; status: number }
  /** Not an action's reply: a page, a file, or the framework's own refusal. */
  | { kind: 'page'; status: number }
  | { kind: 'shapeless'; why: string }

/** The type ensures that this lists every code and no other. */
const closedSet: Record<ErrorCode, true> = {
  UNAUTHORIZED: true,
  OTHER_USER: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  CONFLICT: true,
  EDIT_CONFLICT: true,
  FOREIGN_ORIGIN: true,
  RATE_LIMITED: true,
  UNAVAILABLE: true,
  BUSY: true,
  UNCONFIRMED: true,
  CAPTCHA_REQUIRED: true,
  CAPTCHA_FAILED: true,
  FRESH_SESSION_REQUIRED: true,
  INVALID_CREDENTIALS: true,
  ACCOUNT_BANNED: true,
  INVALID_TOKEN: true,
  WRONG_PASSWORD: true,
  WRONG_CODE: true,
  WRONG_MAILED_CODE: true,
  PROVIDER_UNAVAILABLE: true,
  WRONG_PASSKEY: true,
  TWO_FACTOR_REQUIRED: true,
  PASSWORD_NOT_ALLOWED: true,
  PASSWORD_GUESSABLE: true,
  PASSWORD_LEAKED: true,
  IMPERSONATING: true,
  SIGN_UP_CLOSED: true,
  INTERNAL: true,
}

/** Seconds. A window slides, so a wait ends after two of them at the latest. */
const LONGEST_WAIT = 2 * Math.max(...Object.values(policies).map(({ windowSeconds }) => windowSeconds))

const serverErrorSchema = z
  .strictObject({
    code: z.custom<ErrorCode>((value) => typeof value === 'string' && Object.hasOwn(closedSet, value)),
    message: z.string().max(200),
    reason: z.enum(conflictCodes).optional(),
    details: z.record(z.string().max(20), z.union([z.string().max(100), z.int()])).optional(),
    conflicts: z.array(z.string().max(30)).min(1).max(20).optional(),
    requestId: z.uuid(),
    retryAfterSeconds: z.int().min(1).max(LONGEST_WAIT).optional(),
    values: z.record(z.string(), z.string()).optional(),
  })
  .refine(({ code, retryAfterSeconds }) => code !== 'RATE_LIMITED' || retryAfterSeconds !== undefined, {
    error: 'it does not say when to try again',
  })

/** The only result shapes of this app's actions. Strict, because an extra key may leak data. */
const resultSchema = z.union([
  z.strictObject({ data: z.unknown() }),
  z.strictObject({ serverError: serverErrorSchema }),
  z.strictObject({
    validationErrors: z.strictObject({
      formErrors: z.array(z.string().max(200)).max(200),
      fieldErrors: z.record(z.string(), z.array(z.string().max(200)).max(200)),
      values: z.record(z.string(), z.string()).optional(),
    }),
  }),
])

export function outcomeOf({ status, headers, body }: RawResponse): Outcome {
  const location = headers['x-action-redirect']?.replace(/;(?:push|replace)$/, '') ?? headers.location
  if (location !== undefined) return { kind: 'redirect', location }
  if (!headers['content-type']?.startsWith('text/x-component')) return { kind: 'page', status }
  const reply = readActionReply(body)
  if (!reply) return { kind: 'page', status }
  if ('digest' in reply) return { kind: 'thrown', status }
  const parsed = resultSchema.safeParse(reply.result)
  if (!parsed.success)
    return isEmpty(reply.result) ? { kind: 'empty' } : { kind: 'shapeless', why: parsed.error.message }
  if ('serverError' in parsed.data) return { kind: 'error', code: parsed.data.serverError.code }
  if ('validationErrors' in parsed.data) return { kind: 'invalid' }
  return { kind: 'data', data: parsed.data.data }
}

function isEmpty(result: unknown): boolean {
  return result === undefined || JSON.stringify(result) === '{}'
}
