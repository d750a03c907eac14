/**
 * Runs once before the server takes its first request. A production server with unfit settings or a database role
 * that row-level security does not bind must not answer at all, however it was started. Limits by address need to know
 * who is at the other end of each connection.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { notePeerIps } = await import('@kit/rate-limit/ip/peer-ip')
  notePeerIps()
  const { assertReady } = await import('./lib/request/readiness')
  await assertReady()
}
