/** Tracks what has been started, and stops it in reverse order. */
export class Scope {
  #releases: (() => Promise<unknown>)[] = []
  #closing: Promise<void> | undefined

  /** Whether the scope is being closed, or has been. */
  get isClosing(): boolean {
    return this.#closing !== undefined
  }

  /**
   * Starts something and remembers how to end it. If the scope closes during the start, it waits for the start first:
   * something half-started can't be ended.
   * @throws Error when the scope is already closed
   */
  acquire<T>(start: () => T | Promise<T>, end: (thing: T) => unknown): Promise<T> {
    if (this.#closing) return Promise.reject(new Error('Stopping.'))
    const starting = Promise.resolve().then(start)
    this.#releases.push(() => starting.then(end, () => {}))
    return starting
  }

  /** Ends everything, last first. Never rejects: a failure to end one thing must not keep the others running. */
  close(): Promise<void> {
    this.#closing ??= this.#endAll()
    return this.#closing
  }

  async #endAll(): Promise<void> {
    for (const release of this.#releases.toReversed()) {
      await release().catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
    }
  }
}
