import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProcessGroup } from '../process/group'
import { stallLimit } from '../process/run'
import { Refusal } from '@kit/server/refusal'

const POLL_MS = 200

/**
 * Waits until the server answers, with any status: in development the first request also compiles the page.
 * @throws Refusal when the server ends first, or does not answer within the stall limit
 */
export async function untilAnswers(url: string, server: ProcessGroup): Promise<void> {
  const over = new AbortController()
  const { limitMs } = stallLimit()
  const ended = server.exited.then((code) => {
    throw new Refusal(`The server at ${url} ended with exit code ${code}.`)
  })
  try {
    const late = sleep(limitMs, true, { ref: false, signal: over.signal }).catch(() => false)
    const isLate = await Promise.race([firstAnswer(url, over.signal), ended, late])
    if (isLate) throw new Refusal(`Nothing answered at ${url} within ${limitMs / 60_000} minutes.`)
  } finally {
    over.abort()
  }
}

async function firstAnswer(url: string, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const response = await fetch(url, { redirect: 'manual', signal: over }).catch(() => undefined)
    await response?.body?.cancel()
    if (response) return
    await sleep(POLL_MS, undefined, { ref: false })
  }
}

const SILENCE_POLL_MS = 3000

/** Resolves when a server on loopback stops answering. */
export async function untilUnreachable(port: number): Promise<void> {
  while (await accepts(port)) await sleep(SILENCE_POLL_MS, undefined, { ref: false })
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const end = (accepted: boolean) => {
      socket.destroy()
      resolve(accepted)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
