import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'

/** Set by the commands that start this app on its own database. */
const FLAG = 'UNGUARDED_FOR_ATTACKS'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Whether this app's data can be thrown away. */
export const isThrowaway = (): boolean => process.env[FLAG] === 'yes'

/**
 * This app is vulnerable by design. A production server exits unless it has its own database, and calls from other
 * machines get no answer, whatever IP it listens on.
 */
export function refuseDeployment(): void {
  if (process.env.NODE_ENV === 'production' && !isThrowaway()) {
    process.stderr.write('This app is vulnerable on purpose. Do not deploy it.\n')
    process.exit(1)
  }
  // Node publishes this before it hands the request to the server.
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request?: unknown }
    if (!(request instanceof IncomingMessage)) return
    if (!loopback.has(request.socket.remoteAddress ?? '')) request.socket.destroy()
  })
}
