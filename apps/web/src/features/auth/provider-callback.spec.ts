import { expect } from '@playwright/test'

import { approve, decline } from '@kit/openid-provider/approve'
import { policies } from '@kit/rate-limit/policies'
import { type Arena, newcomer } from '@kit/attacks/engine/arena'
import { anonymous } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { test } from '@kit/attacks/engine/test'
import { guarded } from '@kit/attacks/engine/two-factor'
import { send, type RawResponse } from '@kit/attacks/http/raw-http'
import { comeBack, get, isSignedIn, leave, publicRow, signInAs, stranger } from './attack-cases'

// The only route of this app that another site sends browsers to. `sign-in-with-provider.test.ts` has more attacks with forged
// provider responses.

async function changedTables(arena: Arena): Promise<string[]> {
  const changes = arena.changes(arena.record.baseline, await arena.snapshot())
  return [...new Set(changes.map(({ kind, table }) => `${kind} ${table}`))].toSorted()
}

async function expectRefused(arena: Arena, reply: RawResponse, location: string): Promise<void> {
  expect(reply.status).toBe(303)
  expect(reply.headers.location).toBe(location)
  expect(isSignedIn(reply)).toBe(false)
  // At most the row that was added when the visit started.
  const changed = await changedTables(arena)
  expect(changed.filter((change) => change !== 'insert verification')).toEqual([])
}

test.beforeEach(({ arena }) => arena.database.resetCounters())
test.afterEach(async ({ arena }) => arena.restore(await arena.snapshot()))

for (const provider of ['oidc', 'google', 'github'] as const) {
  test(`signs in through ${provider}`, async ({ arena }) => {
    const reply = await signInAs(arena, stranger, provider)
    expect([reply.status, reply.headers.location]).toEqual([303, '/account'])
    expect(isSignedIn(reply)).toBe(true)
    expect(reply.headers['cache-control']).toContain('no-store')
    expect(await changedTables(arena)).toEqual([
      'insert account',
      'insert known_browser',
      'insert session',
      'insert user',
    ])
  })
}

test('refuses a browser that did not leave', async ({ arena }) => {
  const { url } = await leave(arena)
  await expectRefused(arena, await comeBack(await approve(url, stranger), ''), '/sign-in?problem=ended')
})

test("refuses another browser's state, and leaves that browser's visit open", async ({ arena }) => {
  const [victim, attacker] = [await leave(arena), await leave(arena)]
  const forged = await approve(attacker.url, stranger)
  await expectRefused(arena, await comeBack(forged, victim.cookie), '/sign-in?problem=ended')
  expect(isSignedIn(await comeBack(await approve(victim.url, stranger), victim.cookie))).toBe(true)
})

test('refuses a code from another visit', async ({ arena }) => {
  const [victim, attacker] = [await leave(arena), await leave(arena)]
  const forged = new URL(await approve(attacker.url, stranger))
  forged.searchParams.set('state', new URL(victim.url).searchParams.get('state') ?? '')
  await expectRefused(arena, await comeBack(forged.href, victim.cookie), '/sign-in?problem=failed')
})

test('works once, even for parallel requests', async ({ arena }) => {
  const { cookie, url } = await leave(arena)
  const callback = await approve(url, stranger)
  const replies = await Promise.all(Array.from({ length: 10 }, () => comeBack(callback, cookie)))
  expect(replies.filter(isSignedIn)).toHaveLength(1)
  expect((await comeBack(callback, cookie)).headers.location).toBe('/sign-in?problem=ended')
})

test('refuses an answer from another provider', async ({ arena }) => {
  const { cookie, url } = await leave(arena, 'oidc')
  const callback = await approve(url, stranger)
  const mixedUp = callback.replace('/callback/oidc', '/callback/google')
  await expectRefused(arena, await comeBack(mixedUp, cookie), '/sign-in?problem=ended')

  const second = await leave(arena, 'oidc')
  const elsewhere = await approve(second.url.replace('/oidc/', '/google/'), stranger)
  await expectRefused(arena, await comeBack(elsewhere, second.cookie), '/sign-in?problem=failed')
})

test('refuses an email that the provider has not verified', async ({ arena }) => {
  for (const email of ['owner@acme.test', 'ada@attack.test']) {
    const reply = await signInAs(arena, { ...stranger, email, emailVerified: false })
    await expectRefused(arena, reply, '/sign-in?problem=unverified')
  }
})

test('gives the email to its owner, not to the stranger who signed up with it first', async ({ arena }) => {
  const { email, password } = newcomer
  const reply = await signInAs(arena, { ...stranger, email })
  expect(isSignedIn(reply)).toBe(true)
  const [owner] = await arena.database.sql`SELECT name FROM "user" WHERE email = ${email}`
  expect(owner?.name).toBe(stranger.name)
  const byPassword = callsTo(arena, publicRow('signInAction'), anonymous)
  expect(isSignedIn(await send(byPassword.likeTheApp({ email, password })))).toBe(false)
  const { tokens } = arena.record
  const verify = callsTo(arena, publicRow('verifyEmailAction'), anonymous)
  await send(verify.likeTheApp({ token: tokens.verify, password }))
  expect(isSignedIn(await send(byPassword.likeTheApp({ email, password })))).toBe(false)
})

test('does not get past two-factor authentication', async ({ arena }) => {
  const person = { ...stranger, email: guarded }
  await expectRefused(arena, await signInAs(arena, person), '/sign-in?problem=link-first')
  const issuer = new URL((await leave(arena)).url).href.replace(/\/authorize.*/, '')
  await arena.database.sql`INSERT INTO account (user_id, provider_id, account_id)
    VALUES (${arena.userId(guarded)}, 'oidc', ${`${issuer} ${stranger.subject}`})`
  const reply = await signInAs(arena, person)
  expect(reply.headers.location).toBe(`/sign-in/code?${new URLSearchParams({ next: '/account' })}`)
  expect(isSignedIn(reply)).toBe(false)
})

test('doesn’t sign in to a suspended account', async ({ arena }) => {
  await arena.database.sql`UPDATE "user" SET banned = true WHERE email = 'viewer@acme.test'`
  const reply = await signInAs(arena, { ...stranger, email: 'viewer@acme.test' })
  expect(reply.headers.location).toBe('/sign-in?problem=suspended')
  expect(isSignedIn(reply)).toBe(false)
})

test('leads to no other site', async ({ arena }) => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']) {
    const reply = await signInAs(arena, stranger, 'oidc', next)
    expect(reply.headers.location, next).toMatch(/^\/organizations\/(open|new)$/)
  }
})

test('sends the browser back to this app only, whatever its host headers say', async ({ arena }) => {
  const { cookie } = await leave(arena)
  const { body } = await get('/sign-in/provider', cookie, {
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
  })
  expect(body).not.toContain('evil.example')
})

test('says that the person declined, and ignores the text of the error', async ({ arena }) => {
  const { cookie, url } = await leave(arena)
  const declined = await comeBack(await decline(url), cookie)
  await expectRefused(arena, declined, '/sign-in?problem=cancelled')
  const other = await leave(arena)
  const state = new URL(other.url).searchParams.get('state') ?? ''
  const query = new URLSearchParams({ state, error: '<script>alert(1)</script>', error_description: 'x' })
  const reply = await get(`/api/callback/oidc?${query}`, other.cookie)
  await expectRefused(arena, reply, '/sign-in?problem=failed')
})

test('answers only GET, and only for a known provider', async ({ arena }) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect((await send({ method, path: '/api/callback/oidc', headers: {} })).status, method).toBe(405)
  for (const name of ['', 'x', 'credential', 'constructor', '__proto__', 'OIDC', 'oidc%00'])
    expect([404, 400, 308], name).toContain((await get(`/api/callback/${name}?code=x&state=y`)).status)
  for (const query of [
    '',
    '?',
    '?state=',
    '?state[]=x',
    `?state=${'x'.repeat(5000)}`,
    '?state=%00',
    '?code=x&code=y',
  ])
    await expectRefused(arena, await get(`/api/callback/oidc${query}`), '/sign-in?problem=ended')
})

test('is limited by IP, whatever forwarded headers claim', async () => {
  const { limit } = policies['providerCallback.ip']
  const locations: (string | undefined)[] = []
  for (let asked = 0; asked < 2 * limit + 5; asked += 1) {
    const headers = { 'X-Forwarded-For': `198.51.100.${asked}` }
    locations.push((await get('/api/callback/oidc?state=x', '', headers)).headers.location)
  }
  // The calls may fall into two rate limit windows.
  const answered = locations.filter((location) => location === '/sign-in?problem=ended')
  expect(answered.length).toBeLessThanOrEqual(2 * limit)
  expect(locations).toContain('/sign-in?problem=limited')
})
