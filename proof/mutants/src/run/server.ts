import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@kit/embedded-postgres/free-port'
import { createTestDatabase } from '@kit/db/testing/test-database'
import { settingsFor } from '@kit/openid-provider/client'
import { startOpenidProvider } from '@kit/openid-provider/server'
import { startNext } from '@kit/launcher/next'
import type { ProcessGroup } from '@kit/launcher/process-group'
import { Refusal } from '@kit/server/refusal'
import { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import { scratchWeb } from '../copy/build'
import { SWITCH } from '../copy/rewrite'

const LOG_TAIL = 4000
const LONGEST_START = 60_000

/** The app in the copy. Its database and secret survive restarts, so sessions stay valid. */
export class Server {
  #group: ProcessGroup | undefined
  #log = ''

  private constructor(
    readonly url: string,
    readonly settings: Record<string, string>,
    /** Environment of the attack suite. */
    readonly forAttacks: Record<string, string>,
  ) {}

  static async prepare(scope: Scope, folder: string): Promise<Server> {
    const database = await scope.acquire(createTestDatabase, (made) => made.drop())
    const port = String(await freePort())
    const url = `http://localhost:${port}`
    const provider = await scope.acquire(startOpenidProvider, (made) => made.stop())
    const mail = join(folder, 'mail')
    mkdirSync(mail, { recursive: true })
    const secret = randomBytes(32).toString('base64url')
    const settings = {
      NODE_ENV: 'production',
      APP_URL: url,
      BETTER_AUTH_SECRET: secret,
      CAPTCHA_WORK: '50',
      // All tests share one IP and a few people.
      PAGE_READS_PER_MINUTE: '1000000',
      CONTACT_EMAIL: 'contact@gatehouse.test',
      DATABASE_URL: database.url,
      LAB: 'on',
      MAGIC_LINK: 'on',
      ...settingsFor(provider.url),
      MAIL_DIRECTORY: mail,
      PORT: port,
    }
    const forAttacks = {
      BASE_URL: url,
      E2E_AUTH_SECRET: secret,
      E2E_DATABASE_URL: database.ownerUrl,
      MAIL_DIRECTORY: mail,
    }
    const server = new Server(url, settings, forAttacks)
    await scope.acquire(
      () => server,
      (made) => made.stop(),
    )
    return server
  }

  /** Starts the server without one protection, or with all of them. */
  async start(mutant = ''): Promise<void> {
    this.#log = ''
    const env = cleanEnvironment({ ...this.settings, [SWITCH]: mutant })
    const onOutput = (text: string) => {
      this.#log = (this.#log + text).slice(-LOG_TAIL)
    }
    const port = Number(this.settings.PORT)
    this.#group = startNext('start', { app: scratchWeb, host: 'localhost', port, env, onOutput })
    let ended = false
    void this.#group.exited.then(() => (ended = true))
    const deadline = Date.now() + LONGEST_START
    while (!(await this.#answers())) {
      if (ended || Date.now() > deadline)
        throw new Refusal(`The server does not start without ${mutant}.\n${this.#log}`)
      await sleep(25)
    }
  }

  async stop(): Promise<void> {
    const group = this.#group
    this.#group = undefined
    await group?.stop(0)
  }

  async #answers(): Promise<boolean> {
    const response = await fetch(`${this.url}/robots.txt`).catch(() => undefined)
    await response?.body?.cancel()
    return response !== undefined
  }
}
