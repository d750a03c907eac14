import { createRequire } from 'node:module'
import { join } from 'node:path'
import { startGroup } from './process-group'
import type { ProcessGroup } from './process-group'
import { web } from './paths'

export interface NextOptions {
  /** The folder of the app. */
  app?: string
  host: string
  port: number
  env: NodeJS.ProcessEnv
  onOutput?: (text: string) => void
}

/** Runs Next itself, without npm's and pnpm's processes between, so that a signal reaches it. */
export function startNext(
  mode: 'dev' | 'start',
  { app = web, host, port, env, onOutput }: NextOptions,
): ProcessGroup {
  const next = createRequire(join(app, 'package.json')).resolve('next/dist/bin/next')
  // `localhost` is two addresses, and which one comes first differs by machine; people also type 127.0.0.1.
  const options = `${env.NODE_OPTIONS ?? ''} --dns-result-order=ipv4first`.trim()
  return startGroup(process.execPath, [next, mode, '--hostname', host, '--port', String(port)], {
    cwd: app,
    env: { ...env, NODE_OPTIONS: options, PORT: String(port) },
    onOutput,
  })
}
