import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

interface Process {
  parent: number
  args: string[]
}

/** What the system knows of a process; undefined when there is none of that id, or it is dead and not yet reaped. */
export function readProcess(pid: number): Process | undefined {
  try {
    return process.platform === 'linux' ? readProc(pid) : readPs(pid)
  } catch {
    return undefined
  }
}

/**
 * Whether a process group has anyone in it. The dead do not count: in a container whose first process reaps nobody they
 * stay in their group for ever.
 */
export function isGroupAlive(group: number): boolean {
  try {
    process.kill(-group, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false
    const { state, group: own } = readStat(Number(name)) ?? {}
    return own === group && state !== 'Z'
  })
}

function readProc(pid: number): Process | undefined {
  const stat = readStat(pid)
  if (!stat || stat.state === 'Z') return undefined
  return { parent: stat.parent, args: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') }
}

function readStat(pid: number): { state: string; parent: number; group: number } | undefined {
  try {
    // The name, in parentheses, may hold anything, parentheses included.
    const [state = '', parent, group] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { state, parent: Number(parent), group: Number(group) }
  } catch {
    return undefined
  }
}

function readPs(pid: number): Process | undefined {
  const line = execFileSync('ps', ['-o', 'state=,ppid=,args=', '-p', String(pid)], {
    encoding: 'utf8',
  }).trim()
  const [state, parent, ...args] = line.split(/\s+/)
  return state?.startsWith('Z') ? undefined : { parent: Number(parent), args }
}
