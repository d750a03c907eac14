const CODE = 'TOO_MANY_READS'

/** A person or an IP opened more pages in a minute than PAGE_READS_PER_MINUTE. */
export class TooManyReadsError extends Error {
  override name = 'TooManyReadsError'
  /** Told by this and not by class: a bundler loads this module more than once. */
  readonly code = CODE
  /** All that Next tells the browser of an error on a page. */
  readonly digest = CODE

  constructor(readonly retryAfterSeconds: number) {
    super('Too many page reads.')
  }
}

export function isTooManyReads(error: unknown): error is TooManyReadsError {
  return error instanceof Error && 'code' in error && error.code === CODE
}
