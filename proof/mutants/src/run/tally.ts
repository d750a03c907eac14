import { print } from '@kit/launcher/progress'
import type { Verdict } from './verdict'

/** Prints each verdict and the totals. */
export class Tally {
  readonly #verdicts: Verdict[] = []

  get count(): number {
    return this.#verdicts.length
  }

  readonly add = (verdict: Verdict): void => {
    this.#verdicts.push(verdict)
    const { id, label, killedBy } = verdict
    print(`${this.count} ${id} ${label} · ${killedBy ? `killed by ${killedBy}` : 'SURVIVED'}\n`)
  }

  /** @returns whether every mutant was killed */
  close(): boolean {
    const survivors = this.#verdicts.filter(({ killedBy }) => !killedBy)
    if (survivors.length > 0)
      print(`\nSurvived:\n${survivors.map(({ id, label }) => `  ${id} ${label}\n`).join('')}`)
    print(`\n${this.count - survivors.length} killed, ${survivors.length} survived of ${this.count}\n`)
    return survivors.length === 0
  }
}
