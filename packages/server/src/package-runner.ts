import { readProcess } from './process-table'

const POLL_MS = 1000

/**
 * Calls back when the npx, npm or pnpm that started this process has ended. They send signals to their shell, and the
 * shell doesn't forward them.
 */
export function onPackageRunnerGone(callback: () => void): void {
  const chain = chainToRunner(process.pid)
  if (chain.length === 0) return
  const timer = setInterval(() => {
    if (chain.every(({ pid, parent }) => readProcess(pid)?.parent === parent)) return
    clearInterval(timer)
    callback()
  }, POLL_MS)
  timer.unref()
}

/** This process and its ancestors up to the outermost package runner, each with its parent. Empty without a runner. */
function chainToRunner(start: number): { pid: number; parent: number }[] {
  const chain = []
  let complete = 0
  for (let pid = start; ;) {
    const parent = readProcess(pid)?.parent
    const args = parent ? readProcess(parent)?.args : undefined
    if (!parent || !args) break
    chain.push({ pid, parent })
    if (isPackageRunner(args)) complete = chain.length
    else if (!isShell(args)) break
    pid = parent
  }
  return chain.slice(0, complete)
}

const runner = /(^|\/)(npm|npx|pnpm|corepack)(-cli)?(\.[cm]?js)?$/

/** Checks the program's name, which npm sets to its whole command line, and the script that node runs. */
export function isPackageRunner([program = '', script = '']: string[]): boolean {
  return runner.test(program.split(' ')[0] ?? '') || (/(^|\/)node$/.test(program) && runner.test(script))
}

function isShell([program = '', flag]: string[]): boolean {
  return /(^|\/)(ba|da|z)?sh$/.test(program) && flag === '-c'
}
