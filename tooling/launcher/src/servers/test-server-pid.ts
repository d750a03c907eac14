import { listProcesses, readProcess } from '@kit/server/process-table'
import { setting } from '@kit/server/settings'

let found: number[] | undefined

/** The ID of the tests' PostgreSQL server, once it runs on this machine: pg_ctl leaves it without a parent. */
export function testServerPid(): number[] {
  const url = setting('TEST_POSTGRES_URL')
  if (!url) return []
  const { port } = new URL(url)
  const isServer = (args: string[]) =>
    args[0]?.endsWith('/postgres') && args.at(args.indexOf('-p') + 1) === port
  found ??= listProcesses().flatMap(({ pid }) => (isServer(readProcess(pid)?.args ?? []) ? [pid] : []))
  return found
}
