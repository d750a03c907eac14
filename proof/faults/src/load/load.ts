import { setTimeout as sleep } from 'node:timers/promises'
import { newSubmissionKey, SUBMISSION_FIELD } from '@kit/action-middleware/input/submission-field'
import { actionRequest } from '@kit/attacks/http/action-call'
import { FormFields } from '@kit/attacks/http/reply-encoding'
import { connectOnce } from '@kit/db/connection/connect'
import { until } from '@kit/launcher/until'
import { actionId } from './action-id'
import type { Ledger } from './ledger'
import type { Person } from './people'
import { post } from './post'

/** Milliseconds between two calls of a user, so a small machine also has time for the fault. */
const PAUSE = 25
const MOST_RETRIES = 60

interface Write {
  title: string
  key: string
  person: Person
}

interface Target {
  /** The URL that calls go to, which can change. */
  url: () => string
  /** The origin of the app's pages. */
  origin: string
  people: readonly Person[]
}

/** Users who create tasks, each with its own title, and remember what the app confirmed. */
export class Load {
  readonly #confirmed = new Set<string>()
  readonly #unsure: Write[] = []
  readonly #run = newSubmissionKey().slice(0, 8)
  readonly #id = actionId('createTaskAction')
  #users: Promise<void>[] = []
  #isOver = false
  #count = 0

  constructor(
    private readonly target: Target,
    private readonly ledger: Ledger,
  ) {}

  get confirmed(): number {
    return this.#confirmed.size
  }

  start(users = 8): this {
    this.#isOver = false
    this.#users = Array.from({ length: users }, () => this.#use())
    return this
  }

  /** Resolves when this many more writes are confirmed. */
  async more(writes: number): Promise<void> {
    const before = this.confirmed
    await until(() => this.confirmed >= before + writes)
  }

  /**
   * Stops the users, resends everything without an answer as they would, and compares what was confirmed with the
   * database.
   */
  async settle(adminUrl: string): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#users)
    for (const write of this.#unsure.splice(0)) await this.#again(write)
    const rows = await connectOnce(
      adminUrl,
      (client) => client<{ title: string; copies: number }[]>`
        SELECT title, count(*)::int AS copies FROM task WHERE title LIKE ${`${this.#run} %`} GROUP BY title`,
    )
    const stored = new Map(rows.map(({ title, copies }) => [title, copies]))
    this.ledger.acknowledged += this.#confirmed.size
    this.ledger.lost += [...this.#confirmed].filter((title) => !stored.has(title)).length
    this.ledger.twice += rows.filter(({ copies }) => copies > 1).length
    this.#confirmed.clear()
  }

  async #use(): Promise<void> {
    while (!this.#isOver) {
      this.#count += 1
      const person = this.target.people[this.#count % this.target.people.length]
      if (!person) throw new Error('There are no people.')
      const write = { title: `${this.#run} ${this.#count}`, key: newSubmissionKey(), person }
      if (!(await this.#send(write))) this.#unsure.push(write)
      await sleep(PAUSE)
    }
  }

  async #again(write: Write): Promise<void> {
    for (let attempt = 0; attempt < MOST_RETRIES; attempt += 1) {
      if (await this.#send(write)) return
      await sleep(500)
    }
    this.ledger.expect(false, 'a write could not be sent again')
  }

  /** Returns whether the app confirmed the write. */
  async #send({ title, key, person }: Write): Promise<boolean> {
    const page = `/${person.organization}/tasks/new`
    const fields = {
      organization: person.organization,
      title,
      description: '',
      status: 'todo',
      priority: 'medium',
      assigneeId: '',
      dueDate: '',
      [SUBMISSION_FIELD]: key,
    }
    const headers = { Origin: this.target.origin, Cookie: person.cookie }
    const request = actionRequest({ id: this.#id, page, headers }, [
      {},
      new FormFields(Object.entries(fields)),
    ])
    const { seen, milliseconds } = await post(this.target.url(), request)
    this.ledger.note(seen, milliseconds)
    if (seen === 'done') this.#confirmed.add(title)
    return seen === 'done'
  }
}
