import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Systems give ports above these to whoever opens a connection or asks for any port. One from below stays free between
// now and its use: nobody gets it by chance. (10080 is lower: browsers refuse it.)
const LOWEST = 20_000
const HIGHEST = 32_000
const TRIES = 100

const given = new Set<number>()

/** A port on loopback that nobody listens on, each time another; this one if it is given. Undefined when it is taken. */
export async function freePort(port?: number): Promise<number | undefined> {
  if (port) return (await isFree(port)) ? port : undefined
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const candidate = randomInt(LOWEST, HIGHEST)
    if (given.has(candidate)) continue
    // Marked before the wait: of two calls at once that drew the same, both would find it free, one after the other.
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
