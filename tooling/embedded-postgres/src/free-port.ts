import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import getPort, { portNumbers } from 'get-port'

/**
 * A port on loopback that nobody listens on, each time another. Taken from below the ports that systems give to outgoing
 * connections, so that it's still free when it's used; from a random start, because others look for a port at the same
 * time.
 */
export function freePort(): Promise<number> {
  const first = randomInt(20_000, 31_000)
  return getPort({ host: '127.0.0.1', port: portNumbers(first, first + 1000) })
}

/** Whether a loopback port is free. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}
