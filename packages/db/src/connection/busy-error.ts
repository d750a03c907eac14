/** The database is overloaded or unreachable. The same call may succeed in a few seconds. */
export class BusyError extends Error {
  override name = 'BusyError'
  /** Identified by this instead of its class, because a bundler loads this module more than once. */
  readonly code = 'BUSY'
  /** The only part of a page's error that Next sends to the browser. */
  readonly digest = 'BUSY'
}

const busyCodes = new Set([
  'BUSY',
  // Lock timeout; statement timeout; idle in transaction for too long; too many connections.
  '55P03',
  '57014',
  '25P03',
  '53300',
  // Postgres is shutting down, has crashed or is starting.
  '57P01',
  '57P02',
  '57P03',
  // The driver's.
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  // The network's.
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

const DEEPEST_CAUSE = 5

/** Whether the database could not be reached or did not answer in time: the same call may succeed later. */
export function isBusy(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST_CAUSE) return false
  if ('code' in error && typeof error.code === 'string' && busyCodes.has(error.code)) return true
  return isBusy(error.cause, depth + 1)
}
