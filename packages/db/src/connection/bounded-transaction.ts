import type postgres from 'postgres'
import { isBusy } from './busy-error'
import { UncertainCommitError } from './uncertain-commit-error'
import type { Watch } from './watch'

/** Lock and statement timeouts: Postgres answered, so it rolled the transaction back. */
const answered = new Set(['55P03', '57014'])

/**
 * Runs `work` in a transaction. Until its end, a lost connection rolls everything back; after that only the commit is
 * left, which can succeed although its reply is lost.
 * @throws UncertainCommitError with the cause
 */
export async function boundedTransaction<T>(
  client: postgres.Sql,
  work: (transaction: postgres.TransactionSql) => Promise<T>,
  watched: Watch,
): Promise<T> {
  let isCommitting = false
  // The time outside the work is spent on the driver's own BEGIN, COMMIT and ROLLBACK.
  const outside = alternating(watched)
  try {
    outside.start()
    const result = await client.begin(async (transaction) => {
      outside.end()
      try {
        const done = await work(transaction)
        isCommitting = true
        return done
      } finally {
        outside.start()
      }
    })
    return result as T
  } catch (error) {
    if (!isCommitting || !isBusy(error) || isAnswer(error)) throw error
    throw new UncertainCommitError('The connection was lost during a commit.', { cause: error })
  } finally {
    outside.end()
  }
}

function alternating(watched: Watch): { start: () => void; end: () => void } {
  let end = () => {}
  return {
    start: () => void watched(() => new Promise<void>((resolve) => (end = resolve))),
    end: () => end(),
  }
}

function isAnswer(error: unknown): boolean {
  return error instanceof Error && 'code' in error && answered.has(String(error.code))
}
