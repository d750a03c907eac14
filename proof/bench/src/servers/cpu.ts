import { listProcesses } from '@kit/server/process-table'
import type { Server } from './server'

/** Seconds of processor time that the server has used, without its database; 0 where the system does not tell. */
export function cpuSeconds({ group }: Server): number {
  const own = listProcesses().filter((each) => each.group === group.pid)
  return own.reduce((sum, { cpu }) => sum + cpu, 0)
}
