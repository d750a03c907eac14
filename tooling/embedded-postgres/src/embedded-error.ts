/** The embedded database could not be had. `message` is one line. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}
