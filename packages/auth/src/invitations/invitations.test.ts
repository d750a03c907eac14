import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { withInvitation } from '@kit/db/invitations/locked-invitation'
import { acceptLocked } from '@kit/db/invitations/acceptance'
import { createInvitation, renewInvitation } from '@kit/db/invitations/invitations'
import { deleteOrganization } from '@kit/db/organizations/changes'
import { createOrganization } from '@kit/db/organizations/organizations'
import { invitation, member } from '@kit/db/schema'
import { withExclusiveTenant, withTenant } from '@kit/db/tenancy/tenant'
import {
  accept,
  acme,
  claim,
  forgetInvitations,
  invalid,
  invite,
  mailOf,
  nomad,
  wrongEmail,
  person,
  roleOf,
  statusOf,
} from '../testing/invitation'
import { acceptInvitation, declineInvitation } from './invitations'
import { startWorld } from '../testing/testing'

let world: Awaited<ReturnType<typeof startWorld>>

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(forgetInvitations)

describe('accepting', () => {
  it('makes the invitee a member with the role, once', async () => {
    const { token } = await invite(nomad)
    expect(await accept(token)).toEqual({ slug: 'acme' })
    expect(await roleOf(nomad)).toBe('editor')
    expect(await statusOf()).toBe('accepted')
    await expect(accept(token)).rejects.toMatchObject(invalid)
  })

  it('happens once for ten parallel calls', async () => {
    const { token } = await invite(nomad)
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        acceptInvitation({ token, user: person(nomad), requestId: 'ten-at-once' }),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = results.filter((result) => result.status === 'rejected')
    for (const { reason } of refused) expect(reason).toMatchObject(invalid)
    const [audited] = await database().execute(sql`
      SELECT count(*) FILTER (WHERE target_type = 'invitation')::int AS settled,
        count(*) FILTER (WHERE target_type = 'member')::int AS joined
      FROM audit_event WHERE action = 'invitations.accept' AND request_id = 'ten-at-once'`)
    expect(audited).toEqual({ settled: 1, joined: 1 })
  })

  it('is refused to everyone else, verified or not', async () => {
    const { token } = await invite(nomad)
    await expect(accept(token, 'root@gatehouse.test')).rejects.toMatchObject(wrongEmail)
    await expect(accept(token, 'owner@acme.test')).rejects.toMatchObject(wrongEmail)
    const unconfirmed = acceptInvitation({ token, user: person(nomad, false) })
    await expect(unconfirmed).rejects.toMatchObject(wrongEmail)
    expect(await roleOf('root@gatehouse.test')).toBeUndefined()
    expect(await statusOf()).toBe('pending')
  })

  it('would let a stranger in with a forwarded link if the email were not compared', async () => {
    const { token } = await invite(nomad)
    const stranger = demoId('user', 'root@gatehouse.test')
    // Accepting without that comparison.
    await withInvitation({ token, userId: stranger, action: 'invitations.accept' }, (locked) =>
      acceptLocked(locked, stranger),
    )
    expect(await roleOf('root@gatehouse.test')).toBe('editor')
    await database().delete(member).where(eq(member.userId, stranger))
  })

  it('and declining in parallel settle it once; without the lock, both would succeed', async () => {
    const { token } = await invite(nomad)
    const both = [accept(token), declineInvitation({ token, user: person(nomad) })]
    const outcomes = await Promise.allSettled(both)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)

    await database().delete(invitation)
    await invite('other@example.test')
    // The same without locking the row first.
    const leap = (status: string) =>
      database().transaction(async (transaction) => {
        const [seen] = await transaction.select().from(invitation)
        await transaction.execute(sql`SELECT pg_sleep(0.05)`)
        if (seen?.status !== 'pending') return 0
        const { count } = await transaction.update(invitation).set({ status })
        return count
      })
    expect(await Promise.all([leap('accepted'), leap('rejected')])).toEqual([1, 1])
  })

  it.each([
    ['cancelled', () => database().update(invitation).set({ status: 'canceled' })],
    ['declined', () => database().update(invitation).set({ status: 'rejected' })],
    [
      'over',
      () =>
        database()
          .update(invitation)
          .set({ expiresAt: new Date(Date.now() - 1000) }),
    ],
    [
      'replaced by a resent mail',
      async () => {
        const [{ id = '' } = {}] = await database().select().from(invitation)
        await withTenant(claim('owner@acme.test'), (db) => renewInvitation(db, id, () => {}))
      },
    ],
    ['gone', () => database().delete(invitation)],
  ])('is refused when the invitation is %s', async (_, change) => {
    const { token } = await invite(nomad)
    await change()
    await expect(accept(token)).rejects.toMatchObject(invalid)
    expect(await roleOf(nomad)).toBeUndefined()
  })

  it.each([
    ['a NUL', '\0'],
    ['empty', ''],
    ['longer', (token: string) => `${token}A`],
    ['in another case', (token: string) => token.toUpperCase()],
    ['its hash', async () => String((await database().select().from(invitation))[0]?.tokenHash)],
    ['the id', async () => String((await database().select().from(invitation))[0]?.id)],
  ])('is refused for a token that is %s', async (_, forge) => {
    const { token } = await invite(nomad)
    const forged = typeof forge === 'string' ? forge : await forge(token)
    await expect(accept(forged)).rejects.toMatchObject(invalid)
    expect(await statusOf()).toBe('pending')
  })

  it('keeps an existing member’s role and settles the invitation', async () => {
    const { token } = await invite(nomad, 'owner')
    await database()
      .insert(member)
      .values({ organizationId: acme, userId: demoId('user', nomad), role: 'viewer' })
    expect(await accept(token)).toEqual({ slug: 'acme' })
    expect(await roleOf(nomad)).toBe('viewer')
    expect(await statusOf()).toBe('accepted')
  })

  it('never deadlocks with deleting the organization, and only one of them succeeds', async () => {
    const userId = demoId('user', 'owner@acme.test')
    for (const slug of ['short', 'brief', 'passing']) {
      await createOrganization({ name: 'Short', slug, ownerId: userId })
      const { token } = await withTenant({ organization: slug, userId }, (db) =>
        mailOf(createInvitation(db, { email: nomad, role: 'editor' }, () => {})),
      )
      const [accepted, deleted] = await Promise.allSettled([
        accept(token),
        withExclusiveTenant({ organization: slug, userId }, deleteOrganization),
      ])
      expect(deleted.status).toBe('fulfilled')
      const refused = [accepted].filter((result) => result.status === 'rejected')
      for (const { reason } of refused) expect(reason).toMatchObject(invalid)
      await expect(accept(token)).rejects.toMatchObject(invalid)
    }
  })
})

describe('declining', () => {
  it('settles it for the invitee only', async () => {
    const { token } = await invite(nomad)
    const decline = (email: string) => declineInvitation({ token, user: person(email) })
    await expect(decline('viewer@acme.test')).rejects.toMatchObject(wrongEmail)
    await decline(nomad)
    expect(await statusOf()).toBe('rejected')
    await expect(accept(token)).rejects.toMatchObject(invalid)
    await expect(decline(nomad)).rejects.toMatchObject(invalid)
  })
})
