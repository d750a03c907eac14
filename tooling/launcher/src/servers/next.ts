import { createRequire } from 'node:module'
import { join } from 'node:path'
import { startGroup } from '../process/group'
import type { ProcessGroup } from '../process/group'
import { web } from '../repository/paths'

export interface NextOptions {
  /** The app's folder; apps/web by default. */
  app?: string
  host: string
  port: number
  env: NodeJS.ProcessEnv
  onOutput?: (text: string) => void
}

/** Runs Next directly, without npm or pnpm in between, so signals reach it. */
export function startNext(
  mode: 'dev' | 'start',
  { app = web, host, port, env, onOutput }: NextOptions,
): ProcessGroup {
  const next = createRequire(join(app, 'package.json')).resolve('next/dist/bin/next')
  // `localhost` has two IP addresses, and their order differs by machine; people also type 127.0.0.1.
  const options = `${env.NODE_OPTIONS ?? ''} --dns-result-order=ipv4first`.trim()
  return startGroup(process.execPath, [next, mode, '--hostname', host, '--port', String(port)], {
    cwd: app,
    env: { ...env, NODE_OPTIONS: options, PORT: String(port) },
    onOutput,
  })
}
