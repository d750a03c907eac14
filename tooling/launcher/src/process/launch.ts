import { clearProgress } from '../terminal/progress'
import { failureText } from '@kit/server/refusal'
import { killGroups } from './group'
import { onPackageRunnerGone } from '@kit/server/package-runner'
import { Scope } from './scope'

/**
 * Runs a command to its exit code and exits the process. Whatever ends it (its own return, an error, Ctrl-C, a signal,
 * a closed terminal, a killed npx), everything in its scope is stopped first.
 * @param interrupted returns the exit code when a signal stops it
 */
export async function launch(
  work: (scope: Scope) => Promise<number>,
  interrupted: (signal: string) => number,
) {
  const scope = new Scope()
  // The terminal may be gone before the last line is written.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

  const outside = new Promise<number>((resolve) => {
    let signals = 0
    const onSignal = (signal: string) => {
      signals += 1
      if (signals > 1) killGroups()
      resolve(interrupted(signal))
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
    onPackageRunnerGone(() => resolve(interrupted('SIGHUP')))
    for (const event of ['uncaughtException', 'unhandledRejection']) {
      process.on(event, (error: unknown) => resolve(report(error)))
    }
  })
  let stopping = false
  const inside = work(scope).catch((error: unknown) => (stopping ? 1 : report(error)))

  const code = await Promise.race([outside, inside])
  stopping = true
  clearProgress()
  await scope.close()
  process.exit(code)
}

function report(error: unknown): number {
  clearProgress()
  process.stderr.write(`${failureText(error)}\n`)
  return 1
}
