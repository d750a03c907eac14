import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'

/** Set by the attack suite, and by nobody else. */
const FLAG = 'UNGUARDED_FOR_ATTACKS'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * This app is broken into by design. As a production server it ends at once unless the attack suite has started it, and
 * whatever address it listens on, a call from another machine gets no answer.
 */
export function refuseDeployment(): void {
  if (process.env.NODE_ENV === 'production' && process.env[FLAG] !== 'yes') {
    process.stderr.write('This app is vulnerable on purpose and is not to be deployed.\n')
    process.exit(1)
  }
  // Node publishes this before it hands the request to the server.
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request?: unknown }
    if (!(request instanceof IncomingMessage)) return
    if (!loopback.has(request.socket.remoteAddress ?? '')) request.socket.destroy()
  })
}
