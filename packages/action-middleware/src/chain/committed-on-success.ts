import type { MiddlewareResult } from 'next-safe-action'

/** Thrown through the transaction to roll it back; it never leaves this file. */
class Rollback extends Error {}

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
 * success; `forbidden()`, `notFound()` and `unauthorized()` are not. If the commit fails after a redirect, the error wins over
 * it, because of our patch of next-safe-action.
 */
export async function committedOnSuccess<Args extends unknown[], Result extends Outcome>(
  transaction: (work: (...args: Args) => Promise<Result>) => Promise<Result>,
  run: (...args: Args) => Promise<Result>,
): Promise<Result> {
  let running: Promise<Result> | undefined
  try {
    return await transaction(async (...args) => {
      running = run(...args)
      const result = await running
      if (!isSuccess(result)) throw new Rollback()
      return result
    })
  } catch (error) {
    // A lost connection ends the transaction before the chain inside has its answer, which explains the failure.
    const result = await running?.catch(() => undefined)
    if (result && !isSuccess(result)) return result
    throw error
  }
}

/** Whether the transaction of this result commits. */
function isSuccess(result: Outcome): boolean {
  if (result.serverError !== undefined || result.validationErrors !== undefined) return false
  return result.success || result.navigationKind === 'redirect'
}
