import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { isGroupAlive } from '@kit/server/process-table'

export interface GroupOptions {
  cwd: string
  env: NodeJS.ProcessEnv
  /** Receives the group's output as it arrives; without it, the output goes straight to the terminal. */
  onOutput?: (text: string) => void
}

/** A child and everything it starts. */
export interface ProcessGroup {
  /** The ID of the child and of the group; undefined if the child could not be started. */
  pid: number | undefined
  /** The child's exit code: 127 if it could not be started, 128 if a signal ended it. */
  exited: Promise<number>
  /** Sends SIGTERM to the group, then SIGKILL after `graceMs`. Safe to call twice. */
  stop: (graceMs?: number) => Promise<void>
}

const groups = new Set<number>()

// Waits for a line on stdin before it becomes the program, and exits if stdin closes first.
const ONCE_GUARDED = 'read -r _ || exit; exec "$@" </dev/null'

/**
 * Starts a child in its own process group: Ctrl-C then reaches only the launcher, which stops things in order, and
 * stopping the group stops what the child started. execa signals a single process, so the group is signaled here.
 */
export function startGroup(command: string, args: string[], options: GroupOptions): ProcessGroup {
  const { cwd, env, onOutput } = options
  const output = onOutput ? 'pipe' : 'inherit'
  const child = execa('sh', ['-c', ONCE_GUARDED, 'sh', command, ...args], {
    cwd,
    env,
    extendEnv: false,
    detached: true,
    cleanup: false,
    reject: false,
    buffer: false,
    stdio: ['pipe', output, output],
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => onOutput?.(text))
  }
  const { pid } = child
  if (pid === undefined) {
    const exited = child.then(({ originalMessage }) => {
      onOutput?.(`${originalMessage}\n`)
      return 127
    })
    return { pid, exited, stop: async () => {} }
  }
  const closed = child.then(({ exitCode }) => exitCode ?? 128)
  // A grandchild that holds the output open would keep `closed` waiting.
  const left = once(child, 'exit').then(([code]) => sleep(onOutput ? 1000 : 0, Number(code ?? 128)))
  const exited = Promise.race([closed, left])

  groups.add(pid)
  const guard = startGuard(pid)
  child.stdin?.on('error', () => {}).end('\n')
  let stopping: Promise<void> | undefined
  const stop = async (graceMs: number) => {
    signal(pid, 'SIGTERM')
    await Promise.race([exited, sleep(graceMs)])
    // Once the child is gone, the rest of the group gets two more seconds at most.
    if (!(await isGone(pid, Math.min(graceMs, 2000)))) {
      signal(pid, 'SIGKILL')
      await isGone(pid, 10_000)
    }
    groups.delete(pid)
    signal(guard, 'SIGKILL')
  }
  return { pid, exited, stop: (graceMs = 10_000) => (stopping ??= stop(graceMs)) }
}

/** Kills every group at once, for a second Ctrl-C. */
export function killGroups(): void {
  for (const pid of groups) signal(pid, 'SIGKILL')
}

/** Stops the group if the launcher is killed: the guard's stdin then closes. Returns the guard's ID. */
function startGuard(pid: number): number | undefined {
  const script = 'read _; kill -s TERM -- "-$1"; sleep 5; kill -s KILL -- "-$1"'
  const guard = execa('sh', ['-c', script, 'guard', String(pid)], {
    cwd: '/',
    detached: true,
    cleanup: false,
    reject: false,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  return guard.pid
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  while (isGroupAlive(pid)) {
    if (performance.now() > end) return false
    await sleep(50)
  }
  return true
}

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, name)
  } catch {
    // The group has already ended.
  }
}
