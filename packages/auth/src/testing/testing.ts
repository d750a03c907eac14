import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { closeDatabase } from '@kit/db/connection/client'
import { openWorkerConnections, type WorkerConnections } from '@kit/db/connection/worker-connections'
import { createTestDatabase } from '@kit/db/testing/test-database'
import { deliverNext } from '@kit/jobs/deliver'
import { readMailbox } from '@kit/mail/mailbox/mailbox'
import type { MailMessage } from '@kit/mail/message'

interface CookieOptions {
  maxAge?: number
  domain?: string
  path?: string
  secure?: boolean
  httpOnly?: boolean
  sameSite?: string
}

/** Holds a browser's cookies, as far as Next's `headers()` and `cookies()` need them. */
export class Browser {
  readonly cookies = new Map<string, { value: string; options: CookieOptions }>()

  set(name: string, value: string, options: CookieOptions = {}): void {
    if (options.maxAge === 0) this.cookies.delete(name)
    else this.cookies.set(name, { value: encodeURIComponent(value), options })
  }

  get(name: string): { value: string } | undefined {
    const cookie = this.cookies.get(name)
    return cookie && { value: decodeURIComponent(cookie.value) }
  }

  /** Whether it holds a session cookie. */
  get isSignedIn(): boolean {
    return [...this.cookies.keys()].some((name) => name.endsWith('.session_token'))
  }

  /** Returns another browser with the same cookies, as a cookie thief would have. */
  copy(): Browser {
    const twin = new Browser()
    for (const [name, cookie] of this.cookies) twin.cookies.set(name, cookie)
    return twin
  }

  toString(): string {
    return [...this.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ')
  }

  headers(): Headers {
    const cookie = this.toString()
    return new Headers(cookie ? { cookie } : {})
  }

  /** Runs `work` as a request of this browser. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return requests.run(this, work)
  }
}

const requests = new AsyncLocalStorage<Browser>()
const current = () => requests.getStore() ?? new Browser()

/** Replaces `next/headers` and `next/headers.js`. */
export const nextHeaders = { headers: async () => current().headers(), cookies: async () => current() }

/** Creates a database and a mailbox for one test file, and sets the variables that name them. */
export async function startWorld(settings: Record<string, string> = {}) {
  const database = await createTestDatabase()
  const mailDirectory = await mkdtemp(join(tmpdir(), 'auth-mail-'))
  const defaults = {
    NODE_ENV: 'test',
    APP_URL: 'http://localhost:3000',
    DATABASE_URL: database.url,
    BETTER_AUTH_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
    MAIL_DIRECTORY: mailDirectory,
    SMTP_URL: '',
  }
  for (const [name, value] of Object.entries({ ...defaults, ...settings })) vi.stubEnv(name, value)
  let worker: WorkerConnections | undefined
  return {
    /** Sends what is queued, then returns all mail to this email, newest first. */
    async mailTo(email: string): Promise<MailMessage[]> {
      worker ??= openWorkerConnections()
      while (await deliverNext(worker));
      return (await readMailbox(mailDirectory)).filter(({ to }) => to === email)
    },
    async stop(): Promise<void> {
      await worker?.close()
      await closeDatabase()
      await database.drop()
      await rm(mailDirectory, { recursive: true, force: true })
      vi.unstubAllEnvs()
    },
  }
}

/** Returns the token of the link in a message. */
export function tokenOf(message: MailMessage | undefined): string {
  const token = /[?&]token=([^\s&]+)/.exec(message?.text ?? '')?.[1]
  if (!token) throw new Error('The message has no link with a token.')
  return decodeURIComponent(token)
}
