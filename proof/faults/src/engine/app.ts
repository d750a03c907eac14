import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@kit/embedded-postgres/free-port'
import { root } from '@kit/launcher/paths'
import { startGroup } from '@kit/launcher/process-group'
import { cleanEnvironment } from '@kit/launcher/settings'
import { isGroupAlive } from '@kit/server/process-table'

/** The production build, run as `pnpm start` does. */
export interface App {
  url: string
  /** Everything it printed. */
  output: () => string
  /** Ends it at once, with everything it started. */
  kill: () => Promise<void>
  /** Sends SIGTERM, and returns the exit code. */
  stop: () => Promise<number>
  /** Stops it from running, so connections stay open and nothing answers. */
  pause: () => void
  resume: () => void
}

interface Place {
  /** A checkout with a production build. */
  folder?: string
  port?: number
}

/** Starts the app, and resolves when it is ready for requests. */
export async function startApp(settings: Record<string, string>, place: Place = {}): Promise<App> {
  const port = place.port ?? (await freePort())
  const url = `http://localhost:${port}`
  let output = ''
  const group = startGroup(process.execPath, ['--import', 'tsx', 'packages/server/src/start.ts'], {
    cwd: place.folder ?? root,
    env: cleanEnvironment({
      APP_URL: url,
      CONTACT_EMAIL: 'contact@gatehouse.test',
      PAGE_READS_PER_MINUTE: '1000000',
      PORT: String(port),
      ...settings,
    }),
    onOutput: (text) => {
      output += text
    },
  })
  const signal = (name: NodeJS.Signals) => {
    if (group.pid && isGroupAlive(group.pid)) process.kill(-group.pid, name)
  }
  let hasEnded = false
  void group.exited.then(() => (hasEnded = true))
  while (!(await isReady(url))) {
    if (hasEnded) throw new Error(`The app ended: ${output.slice(-2000)}`)
    await sleep(200)
  }
  return {
    url,
    output: () => output,
    kill: async () => {
      signal('SIGKILL')
      await group.stop()
    },
    stop: async () => {
      signal('SIGTERM')
      const code = await group.exited
      await group.stop()
      return code
    },
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
  }
}

/** Whether a load balancer would send it requests. */
export async function isReady(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(5000)
  return fetch(`${url}/readyz`, { signal }).then(
    ({ ok }) => ok,
    () => false,
  )
}
