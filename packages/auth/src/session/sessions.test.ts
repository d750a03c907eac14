import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { endOtherSessions, endSession } from '@kit/db/sign-in/sessions'
import { session } from '@kit/db/schema'
import { signIn } from './credentials'
import { getSession } from './session'
import { ownSessions } from './sessions'
import { asSignedIn } from '../testing/signed-in'
import { Browser, startWorld } from '../testing/testing'

const password = 'open-the-gate-2026'
const email = 'viewer@acme.test'

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

async function signedIn(as = email): Promise<Browser> {
  const browser = new Browser()
  await browser.run(() => signIn({ email: as, password }))
  return browser
}

const idOf = (browser: Browser) => asSignedIn(browser, async (current) => current.session.id)
const list = (browser: Browser) => asSignedIn(browser, ownSessions)
const caller = (browser: Browser) =>
  asSignedIn(browser, async (current) => ({ userId: current.user.id, id: current.session.id }))

it('lists the user’s own live sessions, this one first, without tokens', async () => {
  const [here, there, other] = [await signedIn(), await signedIn(), await signedIn('owner@acme.test')]
  const listed = await list(here)
  expect(listed.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
    [await idOf(here), true],
    [await idOf(there), false],
  ])
  expect(listed[0]?.browser).toBe('An unknown browser')
  const tokens = await database().select({ token: session.token }).from(session)
  for (const { token } of tokens) expect(JSON.stringify(listed)).not.toContain(token)

  await database()
    .update(session)
    .set({ expiresAt: new Date(0) })
    .where(eq(session.id, await idOf(there)))
  expect(await list(here)).toHaveLength(1)
  expect(await list(other)).toHaveLength(1)
})

it('stores a masked network and a short user agent', async () => {
  await signedIn()
  const rows = await database().select().from(session)
  for (const { ipAddress, userAgent } of rows) {
    expect(ipAddress).toMatch(/^(unknown|[\d.]+\.\*|[0-9a-f:]+::\/48)$/)
    expect((userAgent ?? '').length).toBeLessThanOrEqual(400)
  }
})

it('ends one other session of the same user only', async () => {
  const [here, there, other] = [await signedIn(), await signedIn(), await signedIn('owner@acme.test')]
  const current = await caller(here)
  expect(await endSession(current, await idOf(other))).toBe(false)
  expect(await endSession(current, current.id)).toBe(false)
  const id = await idOf(there)
  const results = await Promise.all([1, 2, 3].map(() => endSession(current, id)))
  expect(results.filter(Boolean)).toHaveLength(1)
  expect(await there.run(getSession)).toBeNull()
  expect(await other.run(getSession)).not.toBeNull()
  expect(await here.run(getSession)).not.toBeNull()
})

it('ends all other sessions of the same user', async () => {
  const [here, there, other] = [await signedIn(), await signedIn(), await signedIn('owner@acme.test')]
  expect(await endOtherSessions(await caller(here))).toBeGreaterThan(0)
  expect(await there.run(getSession)).toBeNull()
  expect(await other.run(getSession)).not.toBeNull()
  expect(await list(here)).toHaveLength(1)
})

it('notes the use of a session after some minutes, and not before', async () => {
  const browser = await signedIn()
  const id = await idOf(browser)
  const stored = async () => (await database().select().from(session).where(eq(session.id, id)))[0]
  const age = (minutes: number) =>
    database()
      .update(session)
      .set({
        lastSeenAt: sql`now() - make_interval(mins => ${minutes})`,
        updatedAt: sql`${session.updatedAt}`,
      })
      .where(eq(session.id, id))
  await age(9)
  const before = await stored()
  await browser.run(getSession)
  expect(await stored()).toEqual(before)
  await age(11)
  await browser.run(getSession)
  await expect.poll(async () => (await stored())?.lastSeenAt).not.toEqual(before?.lastSeenAt)
  expect((await stored())?.updatedAt).toEqual(before?.updatedAt)
})
