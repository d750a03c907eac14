import { startGroup } from '../process/group'
import type { Scope } from '../process/scope'
import { web } from '../repository/paths'
import { print } from '../terminal/progress'

/** Writes the lab's data while Next starts. Returns a promise that resolves once it's written. */
export async function writeLabData(
  scope: Scope,
  env: NodeJS.ProcessEnv,
): Promise<{ written: Promise<void> }> {
  let output = ''
  const writer = await scope.acquire(
    () =>
      startGroup(process.execPath, ['--import', 'tsx', 'e2e/lab/write-lab-data.ts'], {
        cwd: web,
        env,
        onOutput: (text) => {
          output += text
        },
      }),
    (group) => group.stop(0),
  )
  return { written: report(writer.exited, () => output, scope) }
}

async function report(exited: Promise<number>, output: () => string, scope: Scope): Promise<void> {
  const code = await exited
  if (code !== 0 && !scope.isClosing) print(`The lab's data could not be written:\n${output()}\n`)
}
