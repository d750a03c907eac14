import { setTimeout as sleep } from 'node:timers/promises'
import { startGroup } from './group'
import type { GroupOptions } from './group'
import { setting } from '@kit/server/settings'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from './scope'

/** How long a program may show no progress. More than the longest test takes on a slow machine. */
const STALL_MINUTES = 15
const POLL_MS = 500

export interface RunOptions extends GroupOptions {
  onOutput: (text: string) => void
  /** Progress other than output: any value that changes as the work proceeds. */
  progress?: () => unknown
  stall?: Stall
}

export interface Stall {
  limitMs: number
  /** In milliseconds, from an arbitrary start. */
  now: () => number
}

export interface Ended {
  exitCode: number
  /** Why it was stopped, if it was. */
  stalled?: string
}

/**
 * TEST_STALL_MINUTES, or the default.
 * @throws Refusal when it is not a positive number
 */
export function stallLimit(): Stall {
  const given = setting('TEST_STALL_MINUTES')
  const minutes = Number(given ?? STALL_MINUTES)
  if (!(minutes > 0)) throw new Refusal(`TEST_STALL_MINUTES must be a positive number, not ${given}.`)
  return { limitMs: minutes * 60_000, now: () => performance.now() }
}

/**
 * Runs a program to its end, then stops whatever it left running. However long it takes, it is stopped early only when
 * it shows no progress for the length of the stall limit.
 */
export async function run(
  scope: Scope,
  command: string,
  args: string[],
  options: RunOptions,
): Promise<Ended> {
  const { onOutput, progress, stall = stallLimit(), ...rest } = options
  let received = 0
  const count = (text: string) => {
    received += text.length
    onOutput(text)
  }
  const group = await scope.acquire(
    () => startGroup(command, args, { ...rest, onOutput: count }),
    (started) => started.stop(),
  )
  const over = new AbortController()
  const stalled = untilStalled(() => `${received} ${String(progress?.())}`, stall, over.signal)
  const exitCode = await Promise.race([group.exited, stalled])
  over.abort()
  await group.stop()
  if (exitCode !== undefined) return { exitCode }
  const minutes = Number((stall.limitMs / 60_000).toFixed(1))
  return { exitCode: 1, stalled: `Stopped: no progress for ${minutes} minutes.` }
}

async function untilStalled(state: () => string, { limitMs, now }: Stall, over: AbortSignal) {
  let last = state()
  let since = now()
  while (!over.aborted) {
    await sleep(POLL_MS, undefined, { ref: false })
    const current = state()
    const time = now()
    if (current === last && time - since >= limitMs) return
    if (current !== last) since = time
    last = current
  }
}
