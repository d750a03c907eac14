import type { MiddlewareResult } from 'next-safe-action'

import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'

/** Thrown through the transaction to roll it back; it never leaves this file. */
class Rollback extends Error {}

/**
 * The commit failed after the handler called `redirect()`. next-safe-action would still send the redirect; only another
 * of Next's own errors replaces it, and Next answers this digest with a plain 500.
 */
class LostAfterRedirect extends Error {
  readonly digest = 'DYNAMIC_SERVER_USAGE'
}

/** A result of `next()`, for any context. */
export type Outcome = Pick<MiddlewareResult<unknown, object>, 'success' | 'navigationKind'> & {
  serverError?: unknown
  validationErrors?: unknown
}

/**
 * Runs the rest of a chain inside a transaction that commits only on success.
 *
 * `next()` does not throw when the action fails: it resolves with `success: false`, and `success` stays true when a
 * middleware fails after the handler. A plain `transaction(() => next())` would commit both. A `redirect()` is a
 * success; `forbidden()`, `notFound()` and `unauthorized()` are not.
 */
export async function committedOnSuccess<Args extends unknown[], Result extends Outcome>(
  transaction: (work: (...args: Args) => Promise<Result>) => Promise<Result>,
  run: (...args: Args) => Promise<Result>,
): Promise<Result> {
  let result: Result | undefined
  try {
    return await transaction(async (...args) => {
      result = await run(...args)
      if (!isSuccess(result)) throw new Rollback()
      return result
    })
  } catch (error) {
    if (error instanceof Rollback && result) return result
    if (result?.navigationKind === 'redirect') {
      logger.error({ error: describeError(error) }, 'commit failed after a redirect')
      throw new LostAfterRedirect()
    }
    throw error
  }
}

/** Whether the transaction of this result commits. */
function isSuccess(result: Outcome): boolean {
  if (result.serverError !== undefined || result.validationErrors !== undefined) return false
  return result.success || result.navigationKind === 'redirect'
}
