import { connect, createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { freePort, isFree } from '@kit/embedded-postgres/free-port'
import { failureText } from '@kit/server/refusal'
import { portSetting, setting } from '@kit/server/settings'
import { Scope } from '../process/scope'
import { print } from '../terminal/progress'
import { startDevControlGroup } from './dev-control-group'

/**
 * The header that the lab sends. A website can't set it on a request to this machine, so no website can start the control
 * group.
 */
const wantsStart = /\r\nx-start-unguarded: yes\r\n/i

/** Starts a server on its own port. Calls `onStep` with a description of each step. */
export type Start = (onStep: (step: string) => void) => Promise<{ port: number }>

/**
 * Starts the control group when the lab first attacks it, unless UNGUARDED_START is "off" or UNGUARDED_PORT is in use, as
 * with a running `pnpm dev:unguarded`.
 */
export async function offerControlGroup(scope: Scope): Promise<void> {
  const port = portSetting('UNGUARDED_PORT', 3999)
  if (setting('UNGUARDED_START') === 'off' || !(await isFree(port))) return
  const url = `http://127.0.0.1:${port}`
  const start: Start = async (onStep) => {
    const own = await scope.acquire(
      () => new Scope(),
      (opened) => opened.close(),
    )
    try {
      const target = await freePort()
      await startDevControlGroup(own, { port: target, url, onStep })
      return { port: target }
    } catch (error) {
      if (!scope.isClosing) print(`${failureText(error)}\n`)
      await own.close()
      throw error
    }
  }
  await scope.acquire(
    () => listenLazily(port, start),
    (server) => server.close(),
  )
}

/**
 * Listens on a loopback port. The first request with the header starts the target; until it's ready, every request gets 503 and
 * the current step. After that, connections go to the target.
 */
export async function listenLazily(port: number, start: Start): Promise<Server> {
  const idle = 'Not started. Run an attack in the lab to start it.'
  let step = idle
  let target: { port: number } | undefined
  let starting: Promise<unknown> | undefined

  const startOnce = () => {
    step = starting ? step : 'Getting ready…'
    starting ??= start((doing) => (step = doing))
      .then((ready) => (target = ready))
      // The next request tries again.
      .catch(() => {
        step = idle
        starting = undefined
      })
    return starting
  }
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    if (target) return join(socket, target.port)
    socket.once('data', (head) => {
      if (wantsStart.test(head.toString('latin1'))) void startOnce()
      socket.end(notReady(step))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ port, host: '127.0.0.1', exclusive: true }, resolve)
  })
  return server
}

function join(socket: Socket, port: number): void {
  const other = connect({ port, host: '127.0.0.1' })
  other.on('error', () => socket.destroy())
  socket.on('close', () => other.destroy())
  socket.pipe(other).pipe(socket)
}

function notReady(step: string): string {
  const body = JSON.stringify({ starting: step })
  return [
    'HTTP/1.1 503 Service Unavailable',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}
