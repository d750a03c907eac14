import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

import { Redis } from 'ioredis'

import { plainScripts } from '../stores/plain-scripts'

export interface UpstashProxy {
  url: string
  token: string
  /** The names of the received commands. */
  commands: string[]
  /** Stops answering: calls are either not run, or run with their answer lost. */
  hang: () => void
  loseAnswers: () => void
  /** Ends it and all pending requests. */
  close: () => Promise<void>
}

type Reply = { result: unknown } | { error: string }

/** Upstash's REST protocol in front of a plain Redis: one command at `/`, several at `/pipeline`. */
export async function startUpstashProxy(redisUrl: string): Promise<UpstashProxy> {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: 0 })
  connection.on('error', () => {})
  // Upstash accepts a line of flags at the start of a script.
  const send = plainScripts((command, ...args) => connection.call(command, ...args))
  const token = 'a-test-token'
  const commands: string[] = []
  let hanging = false
  let losing = false

  async function run(command: unknown): Promise<Reply> {
    commands.push(Array.isArray(command) ? String(command[0]) : 'none')
    try {
      return { result: await send(command) }
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) }
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, body: unknown) =>
      losing ? request.socket.destroy() : response.writeHead(status).end(JSON.stringify(body))
    const body: unknown = JSON.parse(await text(request))
    if (hanging) return
    const encode = request.headers['upstash-encoding'] === 'base64' ? encoded : (value: Reply) => value
    if (request.headers.authorization !== `Bearer ${token}`) {
      reply(401, { error: 'Unauthorized' })
    } else if (request.url === '/') {
      const result = await run(body)
      reply('error' in result ? 400 : 200, encode(result))
    } else if (request.url === '/pipeline' && Array.isArray(body)) {
      reply(200, (await Promise.all(body.map(run))).map(encode))
    } else {
      reply(404, { error: 'Not found' })
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end('{"error":"failed"}'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    token,
    commands,
    hang: () => {
      hanging = true
    },
    loseAnswers: () => {
      losing = true
    },
    close: async () => {
      connection.disconnect()
      server.closeAllConnections()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Encodes text as base64, so non-text bytes survive. Numbers and OK stay as they are. */
function encoded(reply: Reply): Reply {
  return 'error' in reply ? reply : { result: base64(reply.result) }
}

function base64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(base64)
  return typeof value === 'string' && value !== 'OK' ? Buffer.from(value).toString('base64') : value
}
