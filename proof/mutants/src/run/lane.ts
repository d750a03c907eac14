import { join } from 'node:path'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from '@kit/launcher/scope'
import type { Breach } from '../../../../apps/web/e2e/mutants/messages'
import { Attacker } from './attacker'
import { likelyAttacks } from '../list/likely'
import type { Mutant } from '../list/mutants'
import { Server } from './server'
import type { Verdict } from './verdict'

/** One server, its database and who attacks it. */
export class Lane {
  readonly #breaches = new Map<string, Breach>()

  private constructor(
    readonly server: Server,
    readonly attacker: Attacker,
  ) {}

  static async open(scope: Scope, folder: string, index: number): Promise<Lane> {
    const server = await Server.prepare(scope, join(folder, String(index)))
    await server.start()
    const lane = new Lane(server, await Attacker.start(scope, server))
    await lane.attacker.order({ type: 'open' })
    await server.stop()
    return lane
  }

  /** Judges all mutants of one place, by one start of the server. */
  async judge(mutants: readonly Mutant[], tell: (verdict: Verdict) => void): Promise<void> {
    const [first] = mutants
    if (!first) return
    await this.server.start(first.id)
    for (const mutant of mutants) {
      const { id, place, actions } = mutant
      const breach = await this.#breach(mutant)
      tell({ id, label: `${place.label} · ${actions[0]}`, ...(breach && { killedBy: described(breach) }) })
    }
    await this.server.stop()
  }

  /** Every action that shares the place meets the attacks that it is there for; then the first meets all that there are. */
  async #breach({ place, actions }: Mutant): Promise<Breach | undefined> {
    const likely = likelyAttacks(place)
    const orders = [
      ...actions.map((action) => ({ action, likely, onlyLikely: true })),
      ...actions.slice(0, 1).map((action) => ({ action, likely, onlyLikely: false })),
    ]
    for (const order of orders) {
      const breach = await this.attacker.order({ type: 'fire', ...order })
      if (!breach) continue
      this.#breaches.set([breach.action, breach.group, breach.attack, breach.shot].join('\0'), breach)
      return breach
    }
    return undefined
  }

  /**
   * Every attack that got through, once more, on the app as it is.
   * @throws Refusal when one gets through there as well: then it has shown nothing
   */
  async close(): Promise<void> {
    await this.server.start()
    for (const breach of this.#breaches.values()) {
      const again = await this.attacker.order({ type: 'again', breach })
      const { action, attack, shot } = breach
      if (again)
        throw new Refusal(`${action}, ${attack}, ${shot}: gets through all the same, ${again.problem}`)
    }
    await this.attacker.order({ type: 'close' })
    await this.server.stop()
  }
}

function described({ action, group, attack, shot, problem }: Breach): string {
  return `${action}, ${group}: ${attack} (${shot}): ${problem.slice(0, 160)}`
}
