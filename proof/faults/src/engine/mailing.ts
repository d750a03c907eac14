import { setTimeout as sleep } from 'node:timers/promises'
import { newSubmissionKey, SUBMISSION_FIELD } from '@kit/action-middleware/input/submission-field'
import { actionRequest } from '@kit/attacks/http/action-call'
import { FormFields } from '@kit/attacks/http/reply-encoding'
import { connectOnce } from '@kit/db/connection/connect'
import { until } from '@kit/launcher/until'
import { actionId } from '../load/action-id'
import type { App } from './app'
import type { Stage } from './lab'
import type { Ledger } from '../load/ledger'
import { post } from '../load/post'

const MOST_ATTEMPTS = 20

/** Owners who invite people, and remember which invitations the app confirmed. */
export class Mailing {
  readonly #confirmed = new Set<string>()
  readonly #id = actionId('createInvitationAction')

  constructor(
    private readonly stage: Stage,
    private readonly ledger: Ledger,
  ) {}

  /** Sends one invitation from each of this many organizations. */
  async invite(app: App, count: number): Promise<void> {
    await Promise.all(this.stage.people.slice(0, count).map((person) => this.#one(app, person)))
  }

  async #one(app: App, { organization, cookie }: Stage['people'][number]): Promise<void> {
    const email = `${newSubmissionKey().slice(0, 12)}@faults.test`
    const fields = { organization, email, role: 'viewer', [SUBMISSION_FIELD]: newSubmissionKey() }
    const target = {
      id: this.#id,
      page: `/${organization}/members/invitations`,
      headers: { Origin: app.url, Cookie: cookie },
    }
    const request = actionRequest(target, [{}, new FormFields(Object.entries(fields))])
    // A small machine may be too busy for 20 people at once. They send the same form again.
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const { seen, milliseconds } = await post(app.url, request)
      this.ledger.note(seen, milliseconds)
      if (seen === 'done') return void this.#confirmed.add(email)
      await sleep(500)
    }
    this.ledger.expect(false, 'while mail could not be sent, an invitation was refused')
  }

  /** Resolves when the worker has failed to send at least one email. */
  async untilTried(): Promise<void> {
    await until(async () => (await this.#count('attempts > 0')) > 0)
  }

  /** Lets the worker retry at once instead of in minutes, and waits until nothing is queued. */
  async untilSent(): Promise<void> {
    await until(async () => {
      await this.#run(
        "UPDATE mail SET due_at = now() WHERE status = 'waiting' AND due_at > now() + interval '1 second'",
      )
      return (await this.#count("status = 'waiting'")) === 0
    })
  }

  /** Compares what was confirmed with the recipients of what arrived. */
  settle(arrived: readonly string[]): void {
    this.ledger.acknowledged += this.#confirmed.size
    this.ledger.lost += [...this.#confirmed].filter((email) => !arrived.includes(email)).length
  }

  #run(statement: string) {
    return connectOnce(this.stage.cluster.adminUrl, (client) => client.unsafe(statement))
  }

  async #count(condition: string): Promise<number> {
    const [row] = await this.#run(`SELECT count(*)::int AS count FROM mail WHERE ${condition}`)
    return Number(row?.count)
  }
}
