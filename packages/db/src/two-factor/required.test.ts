import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { requireTwoFactor } from '../organizations/changes'
import { organization } from '../organizations/table'
import { session } from '../accounts/table'
import { TwoFactorRequiredError, withExclusiveTenant, withTenant } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'
import { twoFactor } from './table'

useTestDatabase()
const owner = demoId('user', 'owner@acme.test')

beforeEach(async () => {
  await database().delete(twoFactor)
  await database().update(organization).set({ twoFactorRequired: true }).where(eq(organization.slug, 'acme'))
})

const turnOn = () =>
  database().insert(twoFactor).values({ userId: owner, sealedSecret: 'sealed', enabledAt: new Date() })

test('a member without it opens nothing of an organization that requires it', async () => {
  const work = vi.fn<() => Promise<void>>()
  const claim = claimOf('acme', 'owner@acme.test')
  const error = { name: 'TwoFactorRequiredError', organization: { slug: 'acme' } }
  await expect(withTenant(claim, work)).rejects.toMatchObject(error)
  await expect(withTenant(claim, work, { readOnly: true })).rejects.toMatchObject(error)
  await expect(withExclusiveTenant(claim, work)).rejects.toBeInstanceOf(TwoFactorRequiredError)
  expect(work).not.toHaveBeenCalled()
})

test('setting it up is not enough, turning it on is', async () => {
  const [made] = await database()
    .insert(session)
    .values({ userId: owner, token: 'a token', expiresAt: new Date() })
    .returning()
  await database().insert(twoFactor).values({ userId: owner, sealedSecret: 'sealed', setUpSession: made?.id })
  const claim = claimOf('acme', 'owner@acme.test')
  await expect(withTenant(claim, async () => 'opened')).rejects.toBeInstanceOf(TwoFactorRequiredError)
  await database().delete(twoFactor)
  await turnOn()
  expect(await withTenant(claim, async () => 'opened')).toBe('opened')
  expect(await withExclusiveTenant(claim, async () => 'opened')).toBe('opened')
})

test('other organizations stay open, and strangers do not learn what an organization requires', async () => {
  expect(await withTenant(claimOf('globex', 'both@gatehouse.test'), async () => 'opened')).toBe('opened')
  await expect(withTenant(claimOf('acme', 'owner@globex.test'), async () => 'opened')).rejects.toMatchObject({
    name: 'NotAMemberError',
  })
})

test('an owner can stop requiring it', async () => {
  await turnOn()
  await withExclusiveTenant(claimOf('acme', 'owner@acme.test'), (db) => requireTwoFactor(db, false))
  expect(await withTenant(claimOf('acme', 'viewer@acme.test'), async () => 'opened')).toBe('opened')
})
