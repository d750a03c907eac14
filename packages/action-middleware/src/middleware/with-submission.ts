import { createHash, randomUUID } from 'node:crypto'

import { createValidatedMiddleware } from 'next-safe-action'

import { inputField } from '../input/input-field'
import { isSubmissionKey, SUBMISSION_FIELD } from '../input/submission-field'

/**
 * For an action that creates a row: `ctx.newId` is the ID to create it with. A form that is sent again after a lost reply
 * gets the same one, so the database keeps only one row. It depends on the action, the user and every value, so it can't
 * collide with anyone else's row, and a changed form creates another row. Without a key it is random.
 */
export const withSubmission = createValidatedMiddleware<{ metadata: { name: string } }>().define(
  async ({ ctx, clientInput, parsedInput, metadata, next }) => {
    const key = inputField(clientInput, SUBMISSION_FIELD)
    const newId: string = isSubmissionKey(key)
      ? idOf([metadata.name, userIdIn(ctx), key, withoutCaptcha(parsedInput)])
      : randomUUID()
    return next({ ctx: { newId } })
  },
)

/** Null in a public action. */
function userIdIn(ctx: object): unknown {
  return 'user' in ctx && typeof ctx.user === 'object' && ctx.user && 'id' in ctx.user ? ctx.user.id : null
}

/** A retry needs another solution of the captcha. */
function withoutCaptcha(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('captcha' in input)) return input
  return { ...input, captcha: undefined }
}

/** A UUID of version 8: the first 122 bits of a SHA-256. */
function idOf(content: unknown): string {
  const bytes = createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
