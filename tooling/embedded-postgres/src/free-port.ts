import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Systems assign higher ports to connections and to servers that ask for any port. A port below that range stays free
// until it is used. (Browsers block 10080, which is lower.)
const LOWEST = 20_000
const HIGHEST = 32_000
const TRIES = 100

const given = new Set<number>()

/** Returns a free port on loopback, different each time, or the requested one. Undefined if that is in use. */
export async function freePort(port?: number): Promise<number | undefined> {
  if (port) return (await isFree(port)) ? port : undefined
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const candidate = randomInt(LOWEST, HIGHEST)
    if (given.has(candidate)) continue
    // Marked before the check, or two parallel calls could return the same port.
    given.add(candidate)
    if (await isFree(candidate)) return candidate
  }
  return undefined
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}
