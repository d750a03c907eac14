import { randomInt } from 'node:crypto'
import getPort, { portNumbers } from 'get-port'

/**
 * A port on loopback that nobody listens on. Taken from below the ports that systems give to outgoing connections, so
 * that it's still free when it's used; from a random start, because others look for a port at the same time.
 */
export function freePort(): Promise<number> {
  const first = randomInt(20_000, 31_000)
  return getPort({ host: '127.0.0.1', port: portNumbers(first, first + 1000) })
}
