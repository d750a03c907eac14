import { isBusy } from './busy-error'
import { UncertainCommitError } from './uncertain-commit-error'

/** Lock and statement timeouts: Postgres answered, so it rolled the transaction back. */
const answered = new Set(['55P03', '57014'])

/**
 * Runs a transaction whose body calls `done` as its last step. Until then a lost connection rolls everything back; after that
 * only the commit is left, whose reply may be lost although it was carried out.
 * @throws UncertainCommitError with the cause
 */
export async function commitNoted<T>(transaction: (done: () => void) => PromiseLike<T>): Promise<T> {
  let isCommitting = false
  try {
    return await transaction(() => {
      isCommitting = true
    })
  } catch (error) {
    if (!isCommitting || !isBusy(error) || isAnswer(error)) throw error
    throw new UncertainCommitError('The connection was lost during a commit.', { cause: error })
  }
}

function isAnswer(error: unknown): boolean {
  return error instanceof Error && 'code' in error && answered.has(String(error.code))
}
