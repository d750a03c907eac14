/** A missing or invalid setting. `message` is one line that names it and says what to do. */
export class EnvError extends Error {
  override name = 'EnvError'
}
