import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { listImpersonationsOf } from '@kit/db/impersonation/history'
import type { ImpersonationMode } from '@kit/db/impersonation/values'
import { auditEvent, impersonation, user } from '@kit/db/schema'
import { personalDataJson } from '../accounts/personal-data'
import { signIn, signOut } from '../session/credentials'
import { getSession } from '../session/session'
import { Browser, startWorld } from '../testing/testing'
import { currentImpersonation, startImpersonation, stopImpersonation } from './impersonation'

const ROOT = 'root@gatehouse.test'
const PERSON = 'viewer@acme.test'
const [rootId, personId] = [demoId('user', ROOT), demoId('user', PERSON)]
const decision = {
  adminId: rootId,
  action: 'impersonation.start',
  requestId: 'r1',
  userId: personId,
  reason: 'Asked for by mail',
}
const call = { action: 'impersonation.stop', requestId: 'r2' }

let world: Awaited<ReturnType<typeof startWorld>>
let admin: Browser

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

const change = (id: string, values: Partial<typeof user.$inferInsert>) =>
  database().update(user).set(values).where(eq(user.id, id))

beforeEach(async () => {
  await change(rootId, { role: 'super-admin' })
  await change(personId, { role: 'user', banned: false })
  admin = new Browser()
  await admin.run(() => signIn({ email: ROOT, password: 'open-the-gate-2026' }))
})

const start = (mode: ImpersonationMode = 'read-only', more: Partial<typeof decision> = {}) =>
  admin.run(async () => {
    const sessionId = (await getSession())?.session.id ?? ''
    return startImpersonation({ ...decision, ...more }, { sessionId, mode })
  })
/** The app may not change a row, so this replaces it. */
async function expire() {
  const [row] = await database().delete(impersonation).returning()
  if (!row) throw new Error('There is no impersonation.')
  const now = Date.now()
  const ago = (minutes: number) => new Date(now - minutes * 60_000)
  await database()
    .insert(impersonation)
    .values({ ...row, createdAt: ago(61), expiresAt: ago(1) })
}

const stop = () => admin.run(() => stopImpersonation(call))
const now = () => admin.run(getSession)
const current = () => admin.run(currentImpersonation)

it('makes the session act as the person, without any proof for them, and ends when stopped', async () => {
  const own = await now()
  expect(own).toMatchObject({ user: { id: rootId }, impersonation: null })
  const cookies = admin.toString()
  expect(await start()).toBe(true)
  expect(await now()).toEqual({
    user: expect.objectContaining({ id: personId, email: PERSON, role: 'user' }),
    session: { ...own?.session, confirmedAt: null },
    impersonation: { admin: { id: rootId, name: 'Root' }, mode: 'read-only', expiresAt: expect.any(Date) },
  })
  // The browser keeps its session and token.
  expect(admin.toString()).toBe(cookies)
  expect(await stop()).toBe(personId)
  expect(await now()).toEqual(own)
  expect(await stop()).toBeUndefined()
})

it('mails the person without the reason, and shows them who and when', async () => {
  await start('read-write')
  const [mail] = await world.mailTo(PERSON)
  expect(mail?.subject).toBe('An administrator is using your account')
  expect(JSON.stringify(mail)).not.toContain(decision.reason)
  const [past] = await listImpersonationsOf(personId)
  expect(past).toMatchObject({ by: 'Root', mode: 'read-write' })
  const { impersonations } = JSON.parse(await personalDataJson(personId))
  expect(impersonations[0]).toEqual({ mode: 'read-write', at: past?.at.toISOString() })
  await stop()
  const events = await database()
    .select({ action: auditEvent.action, by: auditEvent.actorId, changes: auditEvent.changes })
    .from(auditEvent)
    .where(eq(auditEvent.requestId, 'r2'))
    .orderBy(desc(auditEvent.createdAt))
    .limit(1)
  const reason = { new: decision.reason }
  expect(events).toEqual([
    { action: call.action, by: rootId, changes: { impersonation: { old: 'read-write' }, reason } },
  ])
})

it.each<[string, () => Promise<unknown>]>([
  ['the admin is demoted', () => change(rootId, { role: 'user' })],
  ['the role becomes a list', () => change(rootId, { role: 'super-admin,user' })],
  ['the person is suspended', () => change(personId, { banned: true })],
  ['the person becomes support', () => change(personId, { role: 'support' })],
  ['the admin becomes support', () => change(rootId, { role: 'support' })],
  ['the time is over', expire],
])('ends at once when %s, acts for no one, and can still be stopped', async (_, happens) => {
  await start('read-write')
  await happens()
  expect(await now()).toBeNull()
  expect(await current()).toMatchObject({ isOver: true, person: { id: personId } })
  expect(await stop()).toBe(personId)
  expect((await now())?.user.id).toBe(rootId)
})

it('acts for no one when the person is deleted', async () => {
  await start()
  const [row] = await database().delete(impersonation).returning()
  if (row)
    await database()
      .insert(impersonation)
      .values({ ...row, personId: null })
  expect(await now()).toBeNull()
  expect(await stop()).toBeNull()
  expect((await now())?.user.id).toBe(rootId)
})

it('ends with the admin’s session', async () => {
  await start()
  await admin.run(signOut)
  expect(await now()).toBeNull()
  expect(await database().select().from(impersonation)).toEqual([])
})

it.each([
  ['as someone without the role', { adminId: demoId('user', 'nomad@gatehouse.test') }, 'NO_LONGER_ADMIN'],
  ['yourself', { userId: rootId }, 'OWN_ACCOUNT'],
])('refuses to impersonate %s', async (_, more, code) => {
  await expect(start('read-only', more)).rejects.toMatchObject({ code })
})

it('refuses staff, suspended people, someone else’s session, and a second one', async () => {
  await change(personId, { role: 'support' })
  await expect(start()).rejects.toMatchObject({ code: 'STAFF_ACCOUNT' })
  await change(personId, { role: 'user', banned: true })
  await expect(start()).rejects.toMatchObject({ code: 'SUSPENDED' })
  await change(personId, { banned: false })
  const other = new Browser()
  await other.run(() => signIn({ email: PERSON, password: 'open-the-gate-2026' }))
  const theirs = (await other.run(getSession))?.session.id ?? ''
  await expect(startImpersonation(decision, { sessionId: theirs, mode: 'read-only' })).rejects.toMatchObject({
    code: 'NO_LONGER_ADMIN',
  })
  const sessionId = (await now())?.session.id ?? ''
  const starts = ['read-only', 'read-only'] as const
  const outcomes = await Promise.allSettled(
    starts.map((mode) => startImpersonation(decision, { sessionId, mode })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'ALREADY_DONE' },
  })
})

it('lets support read but not write', async () => {
  await change(rootId, { role: 'support' })
  await expect(start('read-write')).rejects.toMatchObject({ code: 'NO_LONGER_ADMIN' })
  expect(await start('read-only')).toBe(true)
  expect((await now())?.user.id).toBe(personId)
})
