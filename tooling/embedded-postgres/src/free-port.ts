import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import getPort, { portNumbers } from 'get-port'

/**
 * Returns an unused port on loopback, a different one each time. It's below the range for outgoing connections, so it's
 * still free when it's used. The search starts at a random port because other processes may search at the same time.
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
