import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { isReady } from '../engine/app'

/** Milliseconds. */
const CHECK_EVERY = 500

/** A load balancer on loopback: requests go in turn to the processes whose `/readyz` answers 200. */
export interface Balancer {
  url: string
  /** The URLs of the processes. */
  targets: string[]
  stop: () => Promise<void>
}

export async function startBalancer(): Promise<Balancer> {
  const targets: string[] = []
  const unready = new Set<string>()
  let turn = 0
  const check = async (target: string) => {
    if (await isReady(target)) unready.delete(target)
    else unready.add(target)
  }
  const checks = setInterval(() => void Promise.all(targets.map(check)), CHECK_EVERY)
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('error', () => outgoing.destroy())
    incoming.on('end', () => {
      turn += 1
      const order = targets.map((_, index) => targets[(turn + index) % targets.length] ?? '')
      // If none is ready, as when the database is gone, the processes say so themselves.
      const ready = order.filter((target) => !unready.has(target))
      attempt(ready.length > 0 ? ready : order)
    })
    const attempt = ([target, ...others]: string[]) => {
      if (!target) {
        outgoing.writeHead(503).end()
        return
      }
      const { method, url: path = '/', headers } = incoming
      const onward = request(new URL(path, target), { method, headers, agent: false }, (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.on('error', () => outgoing.destroy())
        reply.pipe(outgoing)
      })
      onward.on('error', (error) => {
        // Only what was never sent may be sent again.
        if ('code' in error && error.code === 'ECONNREFUSED') attempt(others)
        else outgoing.destroy()
      })
      onward.end(Buffer.concat(chunks))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    targets,
    stop: async () => {
      clearInterval(checks)
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
