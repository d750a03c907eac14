import { execFileSync } from 'node:child_process'
import type { Server } from './server'

/** The resident memory of the server's largest process, in MB: the others only start it. */
export function residentMemory({ group }: Server): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pgid=,rss='], { encoding: 'utf8' })
  const sizes = processes
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([id, kilobytes]) => (id === group.pid && kilobytes !== undefined ? [kilobytes] : []))
  return Math.max(...sizes) / 1024
}
