const CODE = 'TOO_MANY_READS'

/** A person or an IP opened more pages in a minute than PAGE_READS_PER_MINUTE. */
export class TooManyReadsError extends Error {
  override name = 'TooManyReadsError'
  /** Identified by this instead of its class, because a bundler loads this module more than once. */
  readonly code = CODE
  /** The only part of a page's error that Next sends to the browser. */
  readonly digest = CODE

  constructor(readonly retryAfterSeconds: number) {
    super('Too many page reads.')
  }
}

export function isTooManyReads(error: unknown): error is TooManyReadsError {
  return error instanceof Error && 'code' in error && error.code === CODE
}
