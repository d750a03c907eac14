import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { isGroupAlive } from './process-table'

export interface GroupOptions {
  cwd: string
  env: NodeJS.ProcessEnv
  /** Gets what the group writes, as it comes; it goes straight to the terminal when this is not given. */
  onOutput?: (text: string) => void
}

/** A child and everything that it starts. */
export interface ProcessGroup {
  /** Of the child and of the group; undefined when the program is missing. */
  pid: number | undefined
  /** The child's exit code; 128 and more when a signal or a missing program ended it. */
  exited: Promise<number>
  /** Asks all of it to end, then makes it. Twice does no harm. */
  stop: (graceMs?: number) => Promise<void>
}

const groups = new Set<number>()

// Waits for a word before it becomes the program, and ends when none can come any more.
const AT_THE_GATE = 'read -r _ <&3 || exit; exec 3<&-; exec "$@"'

/**
 * Starts a child in a process group of its own, so that a Ctrl-C in the terminal reaches the launcher alone, which ends
 * things in order, and so that ending the group ends what the child has started too.
 */
export function startGroup(command: string, args: string[], options: GroupOptions): ProcessGroup {
  const { cwd, env, onOutput } = options
  const output = onOutput ? 'pipe' : 'inherit'
  const child = spawn('sh', ['-c', AT_THE_GATE, 'sh', command, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', output, output, 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => onOutput?.(text))
  }
  // After `close` no more output comes, but a grandchild that holds the pipe open would keep it waiting.
  const exited = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      onOutput?.(`${error.message}\n`)
      resolve(127)
    })
    child.once('exit', (code) => setTimeout(() => resolve(code ?? 128), onOutput ? 1000 : 0))
    child.once('close', (code) => resolve(code ?? 128))
  })
  const { pid } = child
  if (pid === undefined) return { pid, exited, stop: async () => {} }

  groups.add(pid)
  const guard = startGuard(pid)
  // Not before it is guarded: killed between the two, the launcher would leave it behind.
  open(child)
  let stopping: Promise<void> | undefined
  const stop = async (graceMs: number) => {
    signal(pid, 'SIGTERM')
    await Promise.race([exited, sleep(graceMs)])
    // Without its leader the rest of the group has little to wait for, and who gives no time gives it none either.
    if (!(await isGone(pid, Math.min(graceMs, 2000)))) {
      signal(pid, 'SIGKILL')
      await isGone(pid, 10_000)
    }
    groups.delete(pid)
    signal(guard.pid, 'SIGKILL')
  }
  return { pid, exited, stop: (graceMs = 10_000) => (stopping ??= stop(graceMs)) }
}

/** For an impatient second Ctrl-C. */
export function killGroups(): void {
  for (const pid of groups) signal(pid, 'SIGKILL')
}

function open({ stdio: [, , , gate] }: ChildProcess): void {
  if (!(gate instanceof Socket)) return
  // It may have been ended already.
  gate.on('error', () => {})
  gate.end('\n', () => gate.destroy())
}

/** Ends the group when the launcher is gone without having done so: reading from its end of a pipe comes to an end. */
function startGuard(pid: number): ChildProcess {
  const script = 'read _; kill -s TERM -- "-$1"; sleep 5; kill -s KILL -- "-$1"'
  const guard = spawn('sh', ['-c', script, 'guard', String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => {})
  guard.unref()
  return guard
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs
  while (isGroupAlive(pid)) {
    if (Date.now() > end) return false
    await sleep(50)
  }
  return true
}

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, name)
  } catch {
    // It has ended by itself.
  }
}
