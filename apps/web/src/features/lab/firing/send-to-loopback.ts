import 'server-only'
import { request as httpRequest } from 'node:http'

import { ActionError } from '@kit/action-middleware'
import { env } from '@kit/env'

import type { RawReply } from './reply'

export interface RawRequest {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body: Buffer | null
}

/** Milliseconds. A development server may have to compile the page first. */
const LONGEST_WAIT = 120_000

const TOO_SLOW = 'The server took too long. Run the attack again.'

/** Bytes read of a response. The result is at its start. */
const LONGEST_REPLY = 256_000

/** Sends a request to this server, with headers a browser wouldn't allow. */
export function sendToSelf(request: RawRequest): Promise<RawReply> {
  const { PORT, APP_URL } = env()
  return sendToLoopback(request, { port: PORT, host: new URL(APP_URL).host })
}

/**
 * Sends a request to a loopback port. Status 0 means the connection closed without a response.
 * @param host the Host header unless the request sets one
 * @throws if nothing listens
 * @throws ActionError UNAVAILABLE if the response times out
 */
export function sendToLoopback(
  { method, path, headers, body }: RawRequest,
  { port, host }: { port: number; host: string },
): Promise<RawReply> {
  const length = body ? { 'Content-Length': String(body.length) } : {}
  const options = {
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { Host: host, ...headers, ...length, Connection: 'close' },
    timeout: LONGEST_WAIT,
  }
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(options, (incoming) => {
      const chunks: Buffer[] = []
      let read = 0
      const done = () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(incoming.headersDistinct).map(([name, values]) => [name, values?.join('\n')]),
          ),
          body: Buffer.concat(chunks).toString('utf8'),
        })
      incoming.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        read += chunk.length
        if (read < LONGEST_REPLY) return
        done()
        outgoing.destroy()
      })
      incoming.on('error', reject)
      incoming.on('end', done)
    })
    outgoing.on('timeout', () => outgoing.destroy(new ActionError('UNAVAILABLE', { message: TOO_SLOW })))
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve({ status: 0, headers: {}, body: '' })
      else reject(error)
    })
    outgoing.end(body)
  })
}
