import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@kit/db/connection/client'
import { openWorkerConnections, type WorkerConnections } from '@kit/db/connection/worker-connections'
import { demoId } from '@kit/db/demo/demo'
import { type Blockable, blockMail, unblockMail } from '@kit/db/mail/blocks'
import { useTestDatabase } from '@kit/db/testing/use-test-database'
import { logger } from '@kit/log/logger'
import type { Mail } from '@kit/mail/kinds'
import { mailboxHashes } from '@kit/mail/mailbox-hashes'
import { queueMail } from '@kit/mail/queue'
import { deliverNext } from './deliver'
import { MailServer } from './testing/mail-server'

const db = useTestDatabase()
const sender = demoId('user', 'owner@acme.test')
const other = demoId('user', 'owner@globex.test')
const to = 'ada@example.test'

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
  server.received.length = 0
  await db.owner`DELETE FROM mail`
  await db.owner`DELETE FROM mail_block`
})

const from = (senderId?: string, email = to): Blockable => ({
  mailboxHashes: mailboxHashes(email),
  senderId,
})

const invitation = (userId: string, email = to): Mail => ({
  to: email,
  kind: 'invitation',
  props: { url: 'https://app.test/invitations?token=x', roleName: 'viewer', days: 7 },
  cause: { userId },
})

const verification: Mail = {
  to,
  kind: 'verifyEmail',
  props: { url: 'https://app.test/verify-email?token=x' },
  cause: { network: '203.0.113.*' },
}

const reset: Mail = { ...verification, kind: 'resetPassword' }

/** Queues an email and lets the worker process it. */
async function received(mail: Mail): Promise<boolean> {
  const before = server.received.length
  await database().transaction((transaction) => queueMail(transaction, mail))
  while (await deliverNext(worker));
  return server.received.length > before
}

describe('a blocked sender', () => {
  test('no longer reaches the mailbox, however it is written, but others do', async () => {
    await blockMail(from(sender))
    expect(await received(invitation(sender))).toBe(false)
    expect(await received(invitation(sender, 'A.d.a+tag@Example.test'.toLowerCase()))).toBe(false)
    expect(await received(invitation(sender, 'bob@example.test'))).toBe(true)
    expect(await received(invitation(other))).toBe(true)
    expect(await received(verification)).toBe(true)
  })

  test('can’t tell: the email is recorded like any other', async () => {
    await received(invitation(other))
    const [sent] = await db.owner`SELECT status, attempts, fault, sealed FROM mail`
    await db.owner`DELETE FROM mail`
    await blockMail(from(sender))
    expect(await received(invitation(sender))).toBe(false)
    expect(await db.owner`SELECT status, attempts, fault, sealed FROM mail`).toEqual([sent])
  })

  test('reaches the mailbox again once unblocked', async () => {
    await blockMail(from(sender))
    await blockMail(from(sender))
    await unblockMail(from(sender))
    expect(await received(invitation(sender))).toBe(true)
  })
})

describe('a mailbox that blocks everyone', () => {
  test('gets nothing that a stranger can trigger, and everything that its account needs', async () => {
    await blockMail(from())
    expect(await received(invitation(sender))).toBe(false)
    expect(await received(invitation(other))).toBe(false)
    expect(await received(verification)).toBe(false)
    expect(await received(reset)).toBe(true)
  })
})

test('while blocks can’t be read, nothing is sent and everything waits', async () => {
  await blockMail(from())
  await db.owner`REVOKE SELECT ON mail_block FROM gatehouse_worker`
  expect(await received(verification)).toBe(false)
  expect(await db.owner`SELECT status FROM mail`).toEqual([{ status: 'waiting' }])
  await db.owner`GRANT SELECT ON mail_block TO gatehouse_worker`
})

test('no block is stored for a deleted user, and deleting a user removes the blocks of their mail', async () => {
  await blockMail(from('00000000-0000-4000-8000-000000000000'))
  expect(await db.owner`SELECT FROM mail_block`).toEqual([])
  const [made] = await db.owner<{ id: string }[]>`
    INSERT INTO "user" (name, email) VALUES ('Gone', 'gone@example.test') RETURNING id`
  await blockMail(from(made?.id))
  await db.owner`DELETE FROM "user" WHERE id = ${made?.id ?? ''}`
  expect(await db.owner`SELECT FROM mail_block`).toEqual([])
})

test('stores no email', async () => {
  await blockMail(from(sender))
  expect(JSON.stringify(await db.owner`SELECT * FROM mail_block`)).not.toMatch(/ada|example/)
})
