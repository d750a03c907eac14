import { execFileSync } from 'node:child_process'
import type { Server } from './server'

/** The process that serves requests, which is the largest one. The others only start it. */
export function mainProcess({ group }: Server): { pid: number; megabytes: number } {
  const processes = execFileSync('ps', ['-A', '-o', 'pgid=,pid=,rss='], { encoding: 'utf8' })
  const [largest] = processes
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([id, pid = 0, kilobytes = 0]) =>
      id === group.pid ? [{ pid, megabytes: kilobytes / 1024 }] : [],
    )
    .toSorted((a, b) => b.megabytes - a.megabytes)
  if (!largest) throw new Error('The server has ended.')
  return largest
}
