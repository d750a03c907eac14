import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { randomUUID } from 'node:crypto'

// On globalThis, because Next loads two copies of this module: for instrumentation and for requests.
const shared: typeof globalThis & { gatehousePeerHeader?: string } = globalThis

/**
 * Adds the IP of the socket to every request, in a header whose name is random. Next offers no other source that a client
 * can't forge. Call it from `instrumentation.ts`; repeated calls do nothing.
 */
export function notePeerIps(): void {
  if (shared.gatehousePeerHeader) return
  // A random name, so no client can send this header.
  const name = `x-peer-${randomUUID()}`
  shared.gatehousePeerHeader = name
  // Node publishes this before it hands the request to the server.
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request?: unknown }
    if (!(request instanceof IncomingMessage)) return
    // Next may forward a request to itself with these headers; the first value is the client.
    request.headers[name] ??= request.socket.remoteAddress ?? ''
  })
}

/** Returns the header of `notePeerIps`, or undefined before it was called. */
export function peerHeader(): string | undefined {
  return shared.gatehousePeerHeader
}
