import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@kit/db/testing/use-test-database'
import { logger } from '@kit/log/logger'
import { MailServer } from './testing/mail-server'
import { queueFor } from './testing/queue-for'
import { startWorker, type Worker } from './worker'

const db = useTestDatabase()
const to = 'person@example.test'

let server: MailServer
let worker: Worker | undefined
const children: ChildProcess[] = []

beforeAll(async () => {
  logger.level = 'silent'
  server = new MailServer()
  vi.stubEnv('APP_URL', 'https://app.test')
  vi.stubEnv('SMTP_URL', await server.start())
})

afterAll(() => server.stop())

beforeEach(() => {
  server.behavior = 'accept'
  server.received.length = 0
  server.attempts = 0
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await worker?.stop()
  worker = undefined
  await db.owner`DELETE FROM mail`
})

const repository = join(import.meta.dirname, '../../..')

function run(script: string, ...args: string[]): ChildProcess {
  const path = join(repository, 'packages', script)
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    cwd: repository,
    env: process.env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  return child
}

const received = () => server.received.length
const statuses = async () => (await db.owner`SELECT status FROM mail`).map(({ status }) => status)
const connections = async () =>
  db.owner`SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'gatehouse worker'`
const listening = async () =>
  db.owner`SELECT FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'listen %'`

test('is woken by the commit, not by polling the table', async () => {
  // Only the first poll of the table.
  vi.useFakeTimers({ toFake: ['setInterval'] })
  worker = startWorker()
  vi.useRealTimers()
  await expect.poll(async () => (await listening()).length).toBe(1)
  await queueFor(to)
  await expect.poll(received, { timeout: 30_000 }).toBe(1)
  await queueFor(to)
  await expect.poll(received, { timeout: 30_000 }).toBe(2)
  expect((await connections()).length).toBeLessThanOrEqual(3)
})

test('loses nothing when a process is killed between the commit and sending', async () => {
  const killed = run('jobs/src/testing/kill-between.ts', to)
  const [, signal] = await once(killed, 'exit')
  expect(signal).toBe('SIGKILL')
  expect(received()).toBe(0)
  expect(await statuses()).toEqual(['waiting'])
  worker = startWorker()
  await expect.poll(received, { timeout: 30_000 }).toBe(1)
  await expect.poll(statuses).toEqual(['sent'])
})

test('sends again what a worker was sending when it was killed', async () => {
  server.behavior = 'hang'
  await queueFor(to)
  const first = run('jobs/src/testing/run-worker.ts')
  await expect.poll(() => server.attempts, { timeout: 30_000 }).toBe(1)
  first.kill('SIGKILL')
  await once(first, 'exit')
  server.behavior = 'accept'
  // The lease ends.
  await db.owner`UPDATE mail SET due_at = now() - interval '1 second'`
  worker = startWorker()
  await expect.poll(received, { timeout: 30_000 }).toBe(1)
  await expect.poll(statuses).toEqual(['sent'])
})

test('two workers send every email of a large batch', async () => {
  worker = startWorker()
  const second = startWorker()
  await Promise.all(Array.from({ length: 40 }, (_, mail) => queueFor(`person${mail}@example.test`)))
  await expect.poll(received, { timeout: 30_000 }).toBe(40)
  await second.stop()
  expect(new Set(server.received.map((mail) => mail.to)).size).toBe(40)
})

test('stops within seconds even if the mail server hangs, and the email stays queued', async () => {
  server.behavior = 'hang'
  const stopping = startWorker()
  await queueFor(to)
  await expect.poll(() => server.attempts, { timeout: 30_000 }).toBe(1)
  await stopping.stop()
  expect(await statuses()).toEqual(['waiting'])
  await expect.poll(connections).toEqual([])
})

test('the worker alone sends what is queued, and exits with 0 on SIGTERM', async () => {
  vi.stubEnv('BETTER_AUTH_SECRET', 'a-secret-for-tests-only-0123456789abcdef')
  vi.stubEnv('CONTACT_EMAIL', 'desk@example.test')
  vi.resetModules()
  const fresh = await import('./testing/queue-for')
  const alone = run('server/src/worker.ts')
  await fresh.queueFor(to)
  await expect.poll(received, { timeout: 30_000 }).toBe(1)
  alone.kill('SIGTERM')
  expect(await once(alone, 'exit')).toEqual([0, null])
})
