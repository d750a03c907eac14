import 'server-only'
import { request as httpRequest } from 'node:http'

import { env } from '@kit/env'

import type { RawReply } from './reply'

export interface RawRequest {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body: Buffer | null
}

/** Milliseconds. */
const LONGEST_WAIT = 10_000

/** Bytes of a reply that are read; what says how it ended stands in front. */
const LONGEST_REPLY = 256_000

/**
 * Sends a request to this very server, over its own port on the loopback address and nowhere else, with the headers
 * that a browser would not let a page choose. A connection that is closed without an answer is status 0.
 * @throws when nothing answers in time
 */
export function sendToSelf({ method, path, headers, body }: RawRequest): Promise<RawReply> {
  const { PORT, APP_URL } = env()
  const length = body ? { 'Content-Length': String(body.length) } : {}
  const options = {
    host: '127.0.0.1',
    port: PORT,
    method,
    path,
    headers: { Host: new URL(APP_URL).host, ...headers, ...length, Connection: 'close' },
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
    outgoing.on('timeout', () => outgoing.destroy(new Error('The server did not answer itself in time.')))
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve({ status: 0, headers: {}, body: '' })
      else reject(error)
    })
    outgoing.end(body)
  })
}
