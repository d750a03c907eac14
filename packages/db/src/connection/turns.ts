import { Semaphore, withTimeout } from 'async-mutex'
import { BusyError } from './busy-error'

/** Lets a limited number of calls run at the same time; the others wait. */
export interface Turns {
  /** @throws BusyError when no turn comes in time; `work` has not run. */
  run: <T>(work: () => PromiseLike<T>) => Promise<T>
}

/** @param wait milliseconds */
export function turns(size: number, wait: number): Turns {
  const semaphore = withTimeout(new Semaphore(size), wait, new BusyError('Timed out waiting for a turn.'))
  return { run: (work) => semaphore.runExclusive(async () => work()) }
}

/** Turns for each key, such as an organization or a person. An unused key takes no memory. */
export class KeyedTurns {
  readonly #used = new Map<string, { turns: Turns; users: number }>()

  /** @param wait milliseconds */
  constructor(
    private readonly size: number,
    private readonly wait: number,
  ) {}

  /** @throws BusyError when no turn comes in time; `work` has not run. */
  async run<T>(key: string, work: () => PromiseLike<T>): Promise<T> {
    const entry = this.#used.get(key) ?? { turns: turns(this.size, this.wait), users: 0 }
    this.#used.set(key, entry)
    entry.users += 1
    try {
      return await entry.turns.run(work)
    } finally {
      entry.users -= 1
      if (entry.users === 0) this.#used.delete(key)
    }
  }

  /** Keys in use. */
  get keys(): number {
    return this.#used.size
  }
}
