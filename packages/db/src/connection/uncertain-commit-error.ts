import { BusyError } from './busy-error'

/** The connection was lost during a commit: the transaction may have been saved or not. */
export class UncertainCommitError extends BusyError {
  override name = 'UncertainCommitError'
  /** Identified by this, like `code`. */
  readonly isUncertain = true
}

const DEEPEST_CAUSE = 5

/** Whether the work may have been saved although it failed. */
export function isUncertain(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST_CAUSE) return false
  return ('isUncertain' in error && error.isUncertain === true) || isUncertain(error.cause, depth + 1)
}
