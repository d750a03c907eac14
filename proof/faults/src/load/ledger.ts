import type { Seen } from './reply'

/** What one fault did, as the table shows it. */
export class Ledger {
  /** Writes that the app confirmed. */
  acknowledged = 0
  /** Confirmed writes that are gone. */
  lost = 0
  /** Writes that were sent again and exist twice. */
  twice = 0
  /** Milliseconds. */
  longestWait = 0
  readonly seen = new Map<Seen, number>()
  readonly problems: string[] = []

  /** Notes what a user saw, and how long they waited for it. */
  note(seen: Seen, milliseconds: number): void {
    this.seen.set(seen, (this.seen.get(seen) ?? 0) + 1)
    this.longestWait = Math.max(this.longestWait, milliseconds)
  }

  /** Notes a problem unless the condition is true. */
  expect(condition: boolean, problem: string): void {
    if (!condition && !this.problems.includes(problem)) this.problems.push(problem)
  }

  /** What is wrong, if anything. */
  verdict(): string[] {
    const broken = [...this.seen.keys()].filter((seen) => !tolerable.has(seen))
    return [
      ...this.problems,
      ...(this.lost > 0 ? [`${this.lost} acknowledged writes are lost`] : []),
      ...(this.twice > 0 ? [`${this.twice} writes exist twice`] : []),
      ...broken.map((seen) => `a user saw "${seen}"`),
    ]
  }
}

/** What a user may see during a fault: each says what happened, and the same call can succeed later. */
const tolerable = new Set<Seen>([
  'done',
  'page',
  'BUSY',
  'UNCONFIRMED',
  'UNAVAILABLE',
  'RATE_LIMITED',
  'status 503',
  'status 429',
  'unreachable',
])
