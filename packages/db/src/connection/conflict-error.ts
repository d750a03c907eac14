/**
 * The database refused what the input alone could not show to be wrong, such as a name that is taken.
 * Its message may be shown to the caller.
 */
export class ConflictError extends Error {
  override name = 'ConflictError'
}
