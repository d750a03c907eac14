import { print, progress } from '@kit/launcher/progress'
import { startGroup } from '@kit/launcher/process-group'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'

const TAIL = 6000

/** Runs a program in `cwd` and prints one line, with the end of its output when it fails. Returns whether it passed. */
export async function runStep(
  scope: Scope,
  label: string,
  { cwd, command }: { cwd: string; command: readonly [string, ...string[]] },
): Promise<boolean> {
  const [program, ...args] = command
  let output = ''
  const onOutput = (text: string) => {
    output = (output + text).slice(-TAIL)
  }
  const group = await scope.acquire(
    () => startGroup(program, args, { cwd, env: cleanEnvironment(), onOutput }),
    (started) => started.stop(),
  )
  try {
    await progress(label, async () => {
      const code = await group.exited
      if (code !== 0) throw new Error(`exit code ${code}`)
    })
    return true
  } catch {
    print(`${output}\n`)
    return false
  } finally {
    await group.stop()
  }
}
