import { expect } from '@playwright/test'

import { signedIn, anonymous } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Input } from '@kit/attacks/engine/row'
import { test } from '@kit/attacks/engine/test'
import { send } from '@kit/attacks/http/raw-http'
import { get, isSignedIn, publicRow, signInAs, stranger } from '../auth/attack-cases'
import { attacks as invitationRows } from '../invitations/attacks'

type Mode = 'invitation' | 'domains'

const accept = (arena: Arena, mode: Mode) => arena.database.sql`
  UPDATE installation SET sign_up_mode = ${mode}, sign_up_domains = 'listed.test', organization_creators = 'admins'`

/** Calls a public action of the sign-in pages in both ways. Returns the replies. */
async function call(arena: Arena, exportName: string, more: Input): Promise<string> {
  const row = publicRow(exportName)
  const calls = callsTo(arena, row, anonymous)
  const input = { ...row.input(arena), ...more }
  const replies = [await send(calls.likeTheApp(input)), await send(calls.boundForm(input))]
  return replies.map(({ body }) => body).join()
}

const signUpInvited = async (arena: Arena) => {
  const row = invitationRows.find(({ exportName }) => exportName === 'signUpInvitedAction')
  if (!row) throw new Error('The matrix has no row for invited people.')
  return send(callsTo(arena, row, anonymous).likeTheApp(row.input(arena)))
}

const accounts = async ({ database }: Arena) =>
  (await database.sql`SELECT email FROM "user" ORDER BY email`).map(({ email }) => String(email))

test.beforeEach(({ arena }) => arena.database.resetCounters())
test.afterEach(async ({ arena }) => arena.restore(await arena.snapshot()))

for (const mode of ['invitation', 'domains'] as const) {
  test(`every door makes no account for a stranger: ${mode}`, async ({ arena }) => {
    await accept(arena, mode)
    const before = await accounts(arena)
    const { email } = stranger
    const lookalikes = [
      email,
      'ada@sub.listed.test',
      'ada@listed.test.attack.test',
      'listed.test@attack.test',
    ]
    for (const one of lookalikes)
      expect(await call(arena, 'signUpAction', { email: one })).toContain('SIGN_UP_CLOSED')
    for (const provider of ['oidc', 'google', 'github'] as const) {
      const reply = await signInAs(arena, stranger, provider)
      expect(reply.headers.location).toBe('/sign-in?problem=sign-up-closed')
      expect(isSignedIn(reply)).toBe(false)
    }
    // These only serve accounts. Their answers don't say whether there is one.
    for (const door of ['requestMagicLinkAction', 'resendVerificationAction', 'requestPasswordResetAction'])
      await call(arena, door, { email })
    await call(arena, 'signInWithMagicLinkAction', { token: 'x'.repeat(43) })
    await call(arena, 'finishSignUpAction', { token: 'x'.repeat(43) })
    expect(await accounts(arena)).toEqual(before)
    const changes = arena.changes(arena.record.baseline, await arena.snapshot())
    expect(changes.filter(({ table }) => ['mail', 'account', 'session'].includes(table))).toEqual([])
  })
}

test('a listed domain opens the doors, and an invitation does not', async ({ arena }) => {
  await accept(arena, 'domains')
  const before = await accounts(arena)
  expect(await signUpInvited(arena)).toMatchObject({ body: expect.stringContaining('CONFLICT') })
  expect(await accounts(arena)).toEqual(before)
  await call(arena, 'signUpAction', { email: 'one@listed.test' })
  expect(isSignedIn(await signInAs(arena, { ...stranger, email: 'two@LISTED.test' }))).toBe(true)
  expect(await accounts(arena)).toEqual(expect.arrayContaining(['one@listed.test', 'two@listed.test']))
})

test('an invitation opens its own door', async ({ arena }) => {
  await accept(arena, 'invitation')
  expect(isSignedIn(await signUpInvited(arena))).toBe(true)
})

test('pages offer no form that would be refused', async ({ arena }) => {
  await accept(arena, 'invitation')
  const { cookie } = signedIn(arena, 'nomad@gatehouse.test')
  // With a parameter, the page doesn't come from memory.
  const body = async (path: string, as = '') => (await get(`${path}?fresh`, as)).body
  await expect.poll(() => body('/sign-up'), { timeout: 10_000 }).toContain('You need an invitation')
  expect(await body('/sign-up')).not.toContain('name="password"')
  expect(await body('/sign-in')).not.toContain('/sign-up')
  const create = await body('/organizations/new', cookie?.cookie)
  expect(create).toContain('Only administrators can create organizations here.')
  expect(create).not.toContain('name="slug"')
  expect(await body('/organizations', cookie?.cookie)).not.toContain('/organizations/new')
  await arena.restore(await arena.snapshot())
  await expect.poll(() => body('/sign-up'), { timeout: 10_000 }).toContain('name="password"')
})
