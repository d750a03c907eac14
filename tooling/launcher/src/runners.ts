import { readProcess } from './process-table'

const POLL_MS = 1000

/**
 * Calls back when npx, npm or pnpm, which started this process through shells, has been ended without a word to it: they
 * hand a signal to their shell, and the shell keeps it to itself.
 */
export function onRunnerGone(callback: () => void): void {
  const chain = runnerChain(process.pid)
  if (chain.length === 0) return
  const timer = setInterval(() => {
    if (chain.every(({ pid, parent }) => readProcess(pid)?.parent === parent)) return
    clearInterval(timer)
    callback()
  }, POLL_MS)
  timer.unref()
}

/** This process and its ancestors, each with its parent, up to the outermost runner: whoever started that may go. */
function runnerChain(start: number): { pid: number; parent: number }[] {
  const chain = []
  let complete = 0
  for (let pid = start; ;) {
    const parent = readProcess(pid)?.parent
    const args = parent ? readProcess(parent)?.args : undefined
    if (!parent || !args) break
    chain.push({ pid, parent })
    if (isRunner(args)) complete = chain.length
    else if (!isShell(args)) break
    pid = parent
  }
  return chain.slice(0, complete)
}

const runner = /(^|\/)(npm|npx|pnpm|corepack)(-cli)?(\.[cm]?js)?$/

/** By its own name, which npm sets to its whole command line, or by that of the script that node runs. */
export function isRunner([program = '', script = '']: string[]): boolean {
  return runner.test(program.split(' ')[0] ?? '') || (/(^|\/)node$/.test(program) && runner.test(script))
}

function isShell([program = '', flag]: string[]): boolean {
  return /(^|\/)(ba|da|z)?sh$/.test(program) && flag === '-c'
}
