import { spawn } from 'node:child_process'

export interface ScriptRun {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a program to its end. For tests. What npx itself has to say, of the machine or of its own next version, is left out. */
export function runScript(
  command: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<ScriptRun> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const run: ScriptRun = { code: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    run.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    run.stderr += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      resolve({ ...run, stderr: run.stderr.replace(/^npm (warn|notice)\b.*\n/gm, ''), code }),
    )
  })
}
