import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './refusal'

const FIRST_ANSWER_MS = 180_000

/**
 * Waits until something answers at the address, whatever it answers: in development the first request also has the
 * page compiled.
 * @throws Refusal after three minutes
 */
export async function answers(url: string): Promise<void> {
  const deadline = AbortSignal.timeout(FIRST_ANSWER_MS)
  while (!deadline.aborted) {
    const response = await fetch(url, { redirect: 'manual', signal: deadline }).catch(() => undefined)
    await response?.body?.cancel()
    if (response) return
    await sleep(200, undefined, { ref: false })
  }
  throw new Refusal(`Nothing answers at ${url}.`)
}

const POLL_MS = 3000

/** Resolves when a server on loopback that answered before does so no longer. */
export async function silence(port: number): Promise<void> {
  while (await accepts(port)) await sleep(POLL_MS, undefined, { ref: false })
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
