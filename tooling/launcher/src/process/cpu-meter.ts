import { listProcesses } from '@kit/server/process-table'
import type { Process } from '@kit/server/process-table'

// Each sample reads a file per process of the machine.
const SAMPLE_MS = 5000

/** Adds up the CPU time of process trees. */
export class CpuMeter {
  readonly #list: () => Process[]
  readonly #roots: () => number[]
  #last = 0
  #lost = 0

  /** @param roots the IDs the trees start from */
  constructor(roots: () => number[], list: () => Process[] = listProcesses) {
    this.#roots = roots
    this.#list = list
  }

  /** Samples regularly until the process ends. */
  start(): this {
    setInterval(() => this.seconds(), SAMPLE_MS).unref()
    return this
  }

  /** User and system time so far, in seconds; undefined where there is no /proc. */
  seconds(): number | undefined {
    const processes = this.#list()
    if (processes.length === 0) return undefined
    const current = sumOfTrees(processes, this.#roots())
    // An ended process hands its time to its parent, unless the parent ended first: then it's missing from the sum.
    this.#lost += Math.max(0, this.#last - current)
    this.#last = current
    return current + this.#lost
  }
}

function sumOfTrees(processes: Process[], roots: number[]): number {
  const byId = new Map(processes.map((each) => [each.pid, each]))
  const isInTree = (pid: number): boolean =>
    roots.includes(pid) || (byId.has(pid) && isInTree(byId.get(pid)?.parent ?? 0))
  return processes.filter(({ pid }) => isInTree(pid)).reduce((total, { cpu }) => total + cpu, 0)
}
