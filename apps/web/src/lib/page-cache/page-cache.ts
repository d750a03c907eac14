import type { Page } from './page-template'
import type { Visitor } from './visitor'

/** Milliseconds. Only the settings of the site change these pages while the process runs. */
const LIFETIME = 60_000

/** One for each theme, time zone and language. The least recently used is dropped. */
const MOST_PAGES = 200

interface Entry {
  make: () => Page
  expiresAt: number
}

/** Pages for visitors without a session, by everything they depend on. */
export class PageCache {
  #entries = new Map<string, Entry>()

  /** Returns the visitor's page, made from the cached one. */
  get(visitor: Visitor, now = Date.now()): Page | undefined {
    const key = keyOf(visitor)
    const entry = this.#entries.get(key)
    this.#entries.delete(key)
    if (!entry || entry.expiresAt <= now) return undefined
    this.#entries.set(key, entry)
    return entry.make()
  }

  keep(visitor: Visitor, make: () => Page, now = Date.now()): void {
    this.#entries.set(keyOf(visitor), { make, expiresAt: now + LIFETIME })
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > MOST_PAGES && oldest !== undefined) this.#entries.delete(oldest)
  }
}

const keyOf = ({ path, theme, timeZone, locale }: Visitor) => [path, theme, timeZone, locale].join(' ')
