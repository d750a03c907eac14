import { clearProgress } from './progress'
import { killGroups } from './process-group'
import { failureText } from './refusal'
import { onRunnerGone } from './runners'
import { Scope } from './scope'

/**
 * Runs a command of the launcher to its exit code. Whatever ends it - its own end, a failure, Ctrl-C, a signal, the end
 * of the terminal or of the npx that started it - everything in its scope is ended first.
 * @param interrupted the exit code when it is stopped from outside
 */
export async function launch(
  work: (scope: Scope) => Promise<number>,
  interrupted: (signal: string) => number,
) {
  const scope = new Scope()
  // The terminal may be gone by the time of the last words.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

  const outside = new Promise<number>((resolve) => {
    let signals = 0
    const onSignal = (signal: string) => {
      signals += 1
      if (signals > 1) killGroups()
      resolve(interrupted(signal))
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
    onRunnerGone(() => resolve(interrupted('SIGHUP')))
    for (const event of ['uncaughtException', 'unhandledRejection']) {
      process.on(event, (error: unknown) => resolve(tell(error)))
    }
  })
  let stopping = false
  const inside = work(scope).catch((error: unknown) => (stopping ? 1 : tell(error)))

  const code = await Promise.race([outside, inside])
  stopping = true
  clearProgress()
  await scope.close()
  process.exit(code)
}

function tell(error: unknown): number {
  clearProgress()
  process.stderr.write(`${failureText(error)}\n`)
  return 1
}
