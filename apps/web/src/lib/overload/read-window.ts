/** Seconds of one window. */
const WINDOW = 60

/** More keys than this in one window share one count, so invented keys can't fill the memory. */
const MOST_KEYS = 10_000

/**
 * Counts page reads in this process, in fixed windows of a minute. In memory, because a statement for each page would
 * cost more than the page: each process counts separately, and a restart resets the counts.
 */
export class ReadWindow {
  #counts = new Map<string, number>()
  #ends = 0

  /**
   * Counts one read. Returns 0, or the seconds to wait when it is over the limit.
   * @param onFirst called for the first one over it in a window
   */
  take(key: string, limit: number, now = Date.now(), onFirst?: () => void): number {
    if (now >= this.#ends) {
      this.#counts = new Map()
      this.#ends = now + WINDOW * 1000
    }
    const counted = this.#counts.has(key) || this.#counts.size < MOST_KEYS ? key : ''
    const count = (this.#counts.get(counted) ?? 0) + 1
    this.#counts.set(counted, count)
    if (count === limit + 1) onFirst?.()
    return count > limit ? Math.ceil((this.#ends - now) / 1000) : 0
  }
}
