/** The same short reply for everyone. The cause of a failure is in the log. */
export function probeReply(isOk: boolean): Response {
  return new Response(isOk ? 'ok\n' : 'unavailable\n', {
    status: isOk ? 200 : 503,
    headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
