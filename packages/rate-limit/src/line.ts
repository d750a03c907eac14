/** The calls of one key that this process is counting. */
interface Waiting {
  calls: number
  last: Promise<unknown>
}

/** The answer to a call that was not counted, because too many with its key are ahead of it. */
export const SURPLUS = 'surplus'

/**
 * Counts the calls of each key one after the other. A burst with one key then holds only one of the store's connections; the
 * database would make the calls wait for each other's row anyway.
 */
export class Lines {
  readonly #lines = new Map<string, Waiting>()

  /** @param patience milliseconds that a call may wait behind others before it counts as over the limit */
  constructor(private readonly patience: number) {}

  /**
   * Runs `count` after the calls that came earlier. If `limit` of them are still waiting, this call is over the limit whatever
   * their results are.
   * @throws what `count` throws, even when it throws for an earlier call: the store has then failed for this one too
   */
  async run<T>(key: string, limit: number, count: () => Promise<T>): Promise<T | typeof SURPLUS> {
    const line = this.#lines.get(key) ?? { calls: 0, last: Promise.resolve() }
    if (line.calls >= limit) return SURPLUS
    this.#lines.set(key, line)
    line.calls += 1
    // If no call is ahead, a late turn only means that the process is busy.
    const isFirst = line.calls === 1
    const since = performance.now()
    const turn = line.last.then(async (): Promise<T | typeof SURPLUS> => {
      const isLate = !isFirst && performance.now() - since > this.patience
      return isLate ? SURPLUS : count()
    })
    line.last = turn
    try {
      return await turn
    } finally {
      line.calls -= 1
      if (line.calls === 0) this.#lines.delete(key)
    }
  }
}
