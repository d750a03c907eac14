import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import { openWorkerConnections, type WorkerConnections } from '@kit/db/connection/worker-connections'
import { useTestDatabase } from '@kit/db/testing/use-test-database'
import { logger } from '@kit/log/logger'
import { queueMail } from '@kit/mail/queue'
import { deliverNext } from './deliver'
import { MailServer } from './testing/mail-server'
import { queueFor } from './testing/queue-for'

const db = useTestDatabase()
const to = 'person@example.test'

let server: MailServer
let worker: WorkerConnections

beforeAll(async () => {
  logger.level = 'silent'
  server = new MailServer()
  vi.stubEnv('APP_URL', 'https://app.test')
  vi.stubEnv('SMTP_URL', await server.start())
  worker = openWorkerConnections()
})

afterAll(async () => {
  await worker.close()
  await server.stop()
})

beforeEach(async () => {
  server.behavior = 'accept'
  server.received.length = 0
  server.attempts = 0
  await db.owner`DELETE FROM mail`
})

afterEach(() => vi.restoreAllMocks())

const rows = () =>
  db.owner`SELECT status, attempts, fault, sealed IS NULL AS erased, due_at > now() AS later FROM mail`
const makeDue = () => db.owner`UPDATE mail SET due_at = now() - interval '1 second'`

test('sends a queued mail once and erases its content', async () => {
  await queueFor(to)
  expect(JSON.stringify(await db.owner`SELECT * FROM mail`)).not.toMatch(/person|secret-token/)
  expect(await deliverNext(worker)).toBe(true)
  expect(await deliverNext(worker)).toBe(false)
  expect(server.received).toMatchObject([{ to, text: expect.stringContaining('secret-token') }])
  expect(await rows()).toMatchObject([{ status: 'sent', attempts: 1, erased: true }])
})

test('sends nothing for a transaction that rolls back', async () => {
  const failing = database().transaction(async (transaction) => {
    await queueMail(transaction, { to, kind: 'accountDeleted', props: { signUpUrl: 'https://app.test' } })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await deliverNext(worker)).toBe(false)
  expect(server.received).toEqual([])
})

describe('a mail server that fails', () => {
  test.each([
    ['refuse', 'EPROTOCOL 421'],
    ['drop', /^ECONNECTION|^ESOCKET|^EMESSAGE/],
  ] as const)('with %s: the mail waits, and arrives when the server recovers', async (behavior, fault) => {
    await queueFor(to)
    server.behavior = behavior
    await deliverNext(worker)
    const [row] = await rows()
    expect(row).toMatchObject({ status: 'waiting', attempts: 1, erased: false, later: true })
    expect(row?.fault).toMatch(fault)
    expect(await deliverNext(worker)).toBe(false)
    server.behavior = 'accept'
    await makeDue()
    await deliverNext(worker)
    expect(server.received).toHaveLength(1)
    expect(await rows()).toMatchObject([{ status: 'sent', attempts: 2, fault: null, erased: true }])
  })

  test('waits longer after each attempt', async () => {
    await queueFor(to)
    server.behavior = 'refuse'
    const waits: number[] = []
    for (let attempt = 0; attempt < 10; attempt++) {
      await makeDue()
      await deliverNext(worker)
      const [row] = await db.owner`SELECT round(extract(epoch FROM due_at - now()))::int AS wait FROM mail`
      waits.push(Number(row?.wait))
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 1800, 1800])
  })

  test('gives up at once when the server permanently rejects the recipient', async () => {
    await queueFor(to)
    server.behavior = 'unknown recipient'
    await deliverNext(worker)
    expect(await rows()).toMatchObject([
      { status: 'failed', attempts: 1, fault: 'EENVELOPE 550', erased: true },
    ])
  })

  test('gives up when the link in the email has expired', async () => {
    await queueFor(to)
    await db.owner`UPDATE mail SET expires_at = now() - interval '1 second'`
    await deliverNext(worker)
    expect(server.attempts).toBe(0)
    expect(await rows()).toMatchObject([{ status: 'failed', fault: 'EXPIRED', erased: true }])
  })

  test('is logged without the recipient and the link', async () => {
    const log = vi.spyOn(logger, 'error')
    await queueFor(to)
    server.behavior = 'unknown recipient'
    await deliverNext(worker)
    expect(log.mock.calls).toMatchObject([
      [{ attempts: 1, error: { code: 'EENVELOPE 550' } }, 'mail was given up'],
    ])
    expect(JSON.stringify(log.mock.calls)).not.toMatch(/person|secret-token/)
  })
})

describe('two workers', () => {
  test('send each mail once', async () => {
    const second = openWorkerConnections()
    for (let mail = 0; mail < 20; mail++) await queueFor(`person${mail}@example.test`)
    const sendAll = async (own: WorkerConnections) => {
      while (await deliverNext(own));
    }
    await Promise.all([worker, second, worker, second].map(sendAll))
    expect(server.received).toHaveLength(20)
    expect(new Set(server.received.map((mail) => mail.to)).size).toBe(20)
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(20)
    await second.close()
  })

  test('after the lease, another takes over under the same Message-ID, and the first changes nothing more', async () => {
    await queueFor(to)
    server.behavior = 'hang'
    const stuck = deliverNext(worker)
    await expect.poll(() => server.attempts).toBe(1)
    expect(await deliverNext(worker)).toBe(false)
    const [before] = await db.owner`SELECT due_at > now() + interval '1 minute' AS leased FROM mail`
    expect(before).toEqual({ leased: true })
    await makeDue()
    server.behavior = 'accept'
    const second = openWorkerConnections()
    await deliverNext(second)
    await second.close()
    // The first one times out because the server is silent.
    await stuck
    expect(server.received).toHaveLength(1)
    expect(await rows()).toMatchObject([{ status: 'sent', attempts: 2, fault: null }])
  })
})

test('abandons content that cannot be decrypted', async () => {
  await queueFor(to)
  await db.owner`UPDATE mail SET sealed = 'AAAA'`
  await deliverNext(worker)
  expect(await rows()).toMatchObject([{ status: 'failed', fault: 'UNREADABLE', erased: true }])
})
