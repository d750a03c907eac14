/** The embedded database isn't available. `message` is one line. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}
