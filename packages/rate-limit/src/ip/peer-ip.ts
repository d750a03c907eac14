import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { randomUUID } from 'node:crypto'

// On globalThis: Next loads what starts with the server and what answers calls as two copies of this module.
const shared: typeof globalThis & { gatehousePeerHeader?: string } = globalThis

/**
 * From now on, every call to this process's HTTP servers carries the address of its socket in a header whose name no
 * client can know. Next tells it in no other way that a client cannot forge. Call it from
 * `instrumentation.ts`; once is enough, twice does no harm.
 */
export function notePeerIps(): void {
  if (shared.gatehousePeerHeader) return
  // Nobody can guess the name, so where this was never called no client can send one.
  const name = `x-peer-${randomUUID()}`
  shared.gatehousePeerHeader = name
  // Node publishes this before it hands the request to the server.
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request?: unknown }
    if (!(request instanceof IncomingMessage)) return
    // Next may pass a call on to itself, with its headers; what was noted first is the client.
    request.headers[name] ??= request.socket.remoteAddress ?? ''
  })
}

/** The header of `notePeerIps`, or undefined in a process that has not called it. */
export function peerHeader(): string | undefined {
  return shared.gatehousePeerHeader
}
