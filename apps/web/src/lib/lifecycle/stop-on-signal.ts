import { subscribe } from 'node:diagnostics_channel'
import { Server } from 'node:http'

import { startStopping } from './stopping'

interface Stopping {
  /** Milliseconds to keep serving after SIGTERM, so a load balancer sees `/readyz` fail. */
  drain: number
  /** Milliseconds for open requests to finish. */
  deadline: number
  /** Closes the process's resources, such as its connections. */
  close: () => Promise<unknown>
}

/** How often idle connections are closed, so none keeps the server open. */
const IDLE_CHECK_MS = 100

let isWired = false

/**
 * On SIGTERM or SIGINT: fails `/readyz`, keeps serving for a moment, finishes open requests, closes the pool and exits
 * with 0. SIGINT comes from a terminal, so it skips the drain. Works as PID 1. Next's own handling must be off
 * (`NEXT_MANUAL_SIG_HANDLE`). Repeated calls and signals do nothing.
 */
export function stopOnSignal(stopping: Stopping): void {
  if (isWired) return
  isWired = true
  const servers = new Set<Server>()
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server?: unknown }
    if (server instanceof Server) servers.add(server)
  })
  let isStopping = false
  const stop = async (drain: number) => {
    if (isStopping) return
    isStopping = true
    startStopping()
    await new Promise((resolve) => setTimeout(resolve, drain))
    await Promise.all([...servers].map((server) => closed(server, stopping.deadline)))
    await stopping.close().catch(() => {})
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop(stopping.drain))
  process.on('SIGINT', () => void stop(0))
}

/** Stops accepting connections, and resolves when the last request has ended or the deadline has passed. */
async function closed(server: Server, deadline: number): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS)
  const late = setTimeout(() => server.closeAllConnections(), deadline)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(idle)
  clearTimeout(late)
}
