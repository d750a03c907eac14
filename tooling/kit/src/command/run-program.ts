import { execa } from 'execa'
import { Refusal } from '@kit/server/refusal'

const MINUTES = 60_000

/**
 * Runs a program of the package in `cwd`.
 * @throws Refusal with its output when it fails
 */
export async function runProgram(cwd: string, command: string, args: readonly string[]): Promise<void> {
  const result = await execa(command, args, {
    cwd,
    preferLocal: true,
    localDir: cwd,
    stdin: 'ignore',
    all: true,
    reject: false,
    timeout: 5 * MINUTES,
  })
  if (result.failed) throw new Refusal(`"${command} ${args[0]}" failed. Nothing was changed.\n${result.all}`)
}
