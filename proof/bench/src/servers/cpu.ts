import { listProcesses } from '@kit/server/process-table'
import type { Server } from './server'

/** CPU seconds used by the server without its database. 0 if the system doesn't report it. */
export function cpuSeconds({ group }: Server): number {
  const own = listProcesses().filter((each) => each.group === group.pid)
  return own.reduce((sum, { cpu }) => sum + cpu, 0)
}
