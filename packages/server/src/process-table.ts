import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Process {
  pid: number
  parent: number
  group: number
  /** CPU seconds of the process and its ended children. */
  cpu: number
}

// Linux's clock ticks per second in /proc, on every architecture Node supports.
const TICKS_PER_SECOND = 100

/** Returns every process, zombies included. Empty on systems without /proc. */
export function listProcesses(): (Process & { isZombie: boolean })[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(Number(name)) ?? []) : []))
}

/** Returns the parent and command line of a live process, or undefined if there is none with that ID. */
export function readProcess(pid: number): { parent: number; args: string[] } | undefined {
  try {
    return process.platform === 'linux' ? readProc(pid) : readPs(pid)
  } catch {
    return undefined
  }
}

/**
 * Whether a process group has a live member. Zombies don't count: in a container whose init process reaps none,
 * they stay in their group forever.
 */
export function isGroupAlive(group: number): boolean {
  try {
    process.kill(-group, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  return listProcesses().some((each) => each.group === group && !each.isZombie)
}

function readProc(pid: number): { parent: number; args: string[] } | undefined {
  const stat = readStat(pid)
  if (!stat || stat.isZombie) return undefined
  return { parent: stat.parent, args: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') }
}

function readStat(pid: number): (Process & { isZombie: boolean }) | undefined {
  try {
    // The name, in parentheses, can contain anything, parentheses included.
    const [state, ...numbers] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const [parent = 0, group = 0] = numbers.map(Number)
    // proc(5): utime, stime, cutime, cstime.
    const ticks = numbers.slice(10, 14).reduce((sum, value) => sum + Number(value), 0)
    return { pid, parent, group, cpu: ticks / TICKS_PER_SECOND, isZombie: state === 'Z' }
  } catch {
    return undefined
  }
}

function readPs(pid: number): { parent: number; args: string[] } | undefined {
  const line = execFileSync('ps', ['-o', 'state=,ppid=,args=', '-p', String(pid)], {
    encoding: 'utf8',
  }).trim()
  const [state, parent, ...args] = line.split(/\s+/)
  return state?.startsWith('Z') ? undefined : { parent: Number(parent), args }
}
