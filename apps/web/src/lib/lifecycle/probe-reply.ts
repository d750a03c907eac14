/** The same few words for everyone: what is wrong stands in the log, not in the reply. */
export function probeReply(isOk: boolean): Response {
  return new Response(isOk ? 'ok\n' : 'unavailable\n', {
    status: isOk ? 200 : 503,
    headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
