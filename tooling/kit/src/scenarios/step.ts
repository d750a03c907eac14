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
  const startedAt = performance.now()
  let output = ''
  const group = await scope.acquire(
    () =>
      startGroup(program, args, {
        cwd,
        env: cleanEnvironment(),
        onOutput: (text) => {
          output = (output + text).slice(-TAIL)
        },
      }),
    (started) => started.stop(),
  )
  const code = await progress(label, () => group.exited)
  await group.stop()
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  print(`${code === 0 ? '✓' : '✗'} ${label}  ${seconds} s\n`)
  if (code !== 0) print(`${output}\n`)
  return code === 0
}
