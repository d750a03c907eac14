import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'

import { freePort, isFree } from '@kit/embedded-postgres/free-port'

import { redisBinary } from './redis-binary'

export interface RedisServer {
  url: string
  port: number
  /** Keeps connections open but answers nothing until resumed. */
  pause: () => void
  resume: () => void
  /** Ends it at once, like a crash. Safe to call twice. */
  kill: () => Promise<void>
}

const READY = 'Ready to accept connections'

/** Starts a Redis on loopback without persistence, on the given port or a free one. */
export async function startRedis(wanted?: number): Promise<RedisServer> {
  if (wanted && !(await isFree(wanted))) throw new Error(`Port ${wanted} is in use.`)
  const port = wanted ?? (await freePort())
  const settings = { port, bind: '127.0.0.1', dir: tmpdir(), save: '', appendonly: 'no' }
  const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(await redisBinary(), options, { stdio: ['ignore', 'pipe', 'ignore'] })
  const orphaned = () => child.kill('SIGKILL')
  process.once('exit', orphaned)
  const gone = once(child, 'exit')
  let last = 'it exited without output'
  for await (const line of createInterface({ input: child.stdout })) {
    last = line
    if (line.includes(READY)) break
  }
  if (!last.includes(READY)) throw new Error(`redis-server did not start: ${last}.`)
  child.stdout.resume()
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    kill: async () => {
      process.removeListener('exit', orphaned)
      child.kill('SIGKILL')
      await gone
    },
  }
}
