import { join } from 'node:path'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from '@kit/launcher/scope'
import type { Breach } from '../../../../apps/web/e2e/mutants/messages'
import { Attacker } from './attacker'
import { likelyAttacks } from '../list/likely'
import type { Mutant } from '../list/mutants'
import { Server } from './server'
import type { Verdict } from './verdict'

/** One server with its database and attacker. */
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

  /** Checks all mutants of one protection with one start of the server. */
  async judge(mutants: readonly Mutant[], tell: (verdict: Verdict) => void): Promise<void> {
    const [first] = mutants
    if (!first) return
    await this.server.start(first.id)
    for (const mutant of mutants) {
      const { id, protection, actions } = mutant
      const breach = await this.#breach(mutant)
      tell({
        id,
        label: `${protection.label} · ${actions[0]}`,
        ...(breach && { killedBy: described(breach) }),
      })
    }
    await this.server.stop()
  }

  async #breach({ protection, actions }: Mutant): Promise<Breach | undefined> {
    const breach = await this.attacker.order({ type: 'fire', actions, likely: likelyAttacks(protection) })
    if (breach)
      this.#breaches.set([breach.action, breach.group, breach.attack, breach.shot].join('\0'), breach)
    return breach
  }

  /**
   * Repeats every successful attack on the unchanged app.
   * @throws Refusal when one succeeds there too, because it then proves nothing
   */
  async close(): Promise<void> {
    await this.server.start()
    for (const breach of this.#breaches.values()) {
      const again = await this.attacker.order({ type: 'again', breach })
      const { action, attack, shot } = breach
      if (again)
        throw new Refusal(
          `${action}, ${attack}, ${shot}: also succeeds on the unchanged app, ${again.problem}`,
        )
    }
    await this.attacker.order({ type: 'close' })
    await this.server.stop()
  }
}

function described({ action, group, attack, shot, problem }: Breach): string {
  return `${action}, ${group}: ${attack} (${shot}): ${problem.slice(0, 160)}`
}
