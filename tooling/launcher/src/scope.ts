/** What has been started and has to be ended, in the order of its starting. */
export class Scope {
  #releases: (() => Promise<unknown>)[] = []
  #closing: Promise<void> | undefined

  /** Whether what it holds is being ended, or has been. */
  get isClosing(): boolean {
    return this.#closing !== undefined
  }

  /**
   * Starts something and remembers how to end it. When the scope is closed while it starts, its start is waited for,
   * because half-started it could not be ended.
   * @throws Error when the scope is closed already
   */
  acquire<T>(start: () => T | Promise<T>, end: (thing: T) => unknown): Promise<T> {
    if (this.#closing) return Promise.reject(new Error('Stopping.'))
    const starting = Promise.resolve().then(start)
    this.#releases.push(() => starting.then(end, () => {}))
    return starting
  }

  /** Ends everything, the last first. Never rejects: what cannot be ended does not keep the rest alive. */
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
