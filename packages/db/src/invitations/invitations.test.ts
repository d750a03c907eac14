import { beforeEach, describe, expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { listInvitations } from './list'
import { cancelInvitation, createInvitation, lockInvitations, renewInvitation } from './invitations'
import { insertInvitationMail } from '../mail/queue'
import { withTenant } from '../tenancy/tenant'
import type { TenantDb } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const acme = demoId('organization', 'acme')
const globex = demoId('organization', 'globex')
const email = 'guest@example.test'

const anyRole = () => {}
const refuse = () => {
  throw new Error('refused')
}
const inAcme = <T>(work: (tenant: TenantDb) => Promise<T>, person = 'owner@acme.test') =>
  withTenant({ ...claimOf('acme', person), action: 'invitations.test' }, work)
const inGlobex = <T>(work: (tenant: TenantDb) => Promise<T>) =>
  withTenant(claimOf('globex', 'owner@globex.test'), work)
const invite = async (to = email, role = 'editor') => {
  const mail = await inAcme((tenant) => createInvitation(tenant, { email: to, role }, anyRole))
  if (!mail || mail === 'repeated') throw new Error('The role does not exist.')
  return mail
}
const stored = () => db.owner`SELECT * FROM invitation WHERE email = ${email} ORDER BY created_at`
const idOf = async () => String((await stored())[0]?.id)

beforeEach(async () => {
  await db.owner`DELETE FROM invitation`
})

describe('createInvitation', () => {
  test('stores a hash of the token and expires in a week', async () => {
    const { token, ...mailed } = await invite()
    expect(mailed).toEqual({ id: expect.any(String), email, role: 'editor' })
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const [row] = await stored()
    expect(row).toMatchObject({ organization_id: acme, role: 'editor', status: 'pending', sent_count: 1 })
    expect(JSON.stringify(row)).not.toContain(token)
    expect((Number(row?.expires_at) - Number(row?.created_at)) / 86_400_000).toBeCloseTo(7, 3)
  })

  test('creates one invitation for twenty parallel calls', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => invite()))
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(19)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'ALREADY_INVITED' })
    expect(await stored()).toHaveLength(1)
  })

  test('would create twenty without the unique index', async () => {
    await db.owner`DROP INDEX invitation_pending_once`
    try {
      // Checks before inserting, without a constraint. Both have checked before either inserts.
      let checked = 0
      let proceed = () => {}
      const both = new Promise<void>((resolve) => {
        proceed = resolve
      })
      const leap = () =>
        db.owner.begin(async (sql) => {
          const [found] = await sql`SELECT 1 FROM invitation WHERE email = ${email} AND status = 'pending'`
          checked += 1
          if (checked === 2) proceed()
          await both
          if (!found)
            await sql`INSERT INTO invitation (organization_id, inviter_id, email, role, expires_at)
            VALUES (${acme}, ${demoId('user', 'owner@acme.test')}, ${email}, 'editor', now() + interval '1 day')`
        })
      await Promise.all([leap(), leap()])
      expect(await stored()).toHaveLength(2)
    } finally {
      await db.owner`DELETE FROM invitation`
      await db.owner`CREATE UNIQUE INDEX invitation_pending_once ON invitation (organization_id, email) WHERE status = 'pending'`
    }
  })

  test('replaces an expired invitation and its token', async () => {
    await invite()
    await db.owner`UPDATE invitation SET expires_at = now() - interval '1 second', sent_count = 6`
    const [before] = await stored()
    await inAcme((tenant) => createInvitation(tenant, { email, role: 'viewer' }, anyRole), 'admin@acme.test')
    const rows = await stored()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      id: before?.id,
      role: 'viewer',
      sent_count: 1,
      inviter_id: demoId('user', 'admin@acme.test'),
    })
    expect(rows[0]?.token_hash).not.toBe(before?.token_hash)
  })

  describe('with the ID of an email', () => {
    const mailId = '00000000-0000-4000-8000-00000000a001'
    const make = (to = email) =>
      inAcme(async (tenant) => {
        const made = await createInvitation(tenant, { email: to, role: 'editor', mailId }, anyRole)
        if (!made || made === 'repeated') return made
        await insertInvitationMail(tenant, made.id, { id: mailId, sealed: 'x', lifetime: 60 })
        return 'made'
      })

    test('invites once, even when four calls arrive at once', async () => {
      const answers = await Promise.all([make(), make(), make(), make()])
      expect(answers.toSorted()).toEqual(['made', 'repeated', 'repeated', 'repeated'])
      expect(await stored()).toHaveLength(1)
      expect(await db.owner`SELECT id FROM mail`).toEqual([{ id: mailId }])
    })

    test('replaces an expired invitation once', async () => {
      await invite()
      await db.owner`UPDATE invitation SET expires_at = now() - interval '1 second'`
      expect((await Promise.all([make(), make()])).toSorted()).toEqual(['made', 'repeated'])
      expect(await make()).toBe('repeated')
      expect(await stored()).toMatchObject([{ sent_count: 1 }])
    })

    test.each([
      ['accepted', async () => db.owner`UPDATE invitation SET status = 'accepted'`],
      ['canceled', async () => db.owner`UPDATE invitation SET status = 'canceled'`],
    ])('stays repeated once it was sent and %s', async (_status, settle) => {
      await make()
      await db.owner`UPDATE mail SET status = 'sent', sealed = NULL, settled_at = now()`
      await settle()
      expect(await make()).toBe('repeated')
      expect(await stored()).toHaveLength(1)
    })

    test('is not repeated for the email of another organization', async () => {
      await make()
      const other = await inGlobex((tenant) =>
        createInvitation(tenant, { email, role: 'viewer', mailId }, anyRole),
      )
      expect(other).toMatchObject({ email })
    })
  })

  test('gives the same answer whether or not the email has an account', async () => {
    const answers = [await invite('nomad@gatehouse.test'), await invite('owner@globex.test'), await invite()]
    expect(answers.map(({ role }) => role)).toEqual(['editor', 'editor', 'editor'])
  })

  test('refuses to invite a member', async () => {
    await expect(invite('viewer@acme.test')).rejects.toMatchObject({ code: 'ALREADY_A_MEMBER' })
    expect(await db.owner`SELECT * FROM invitation`).toHaveLength(0)
  })

  test('allows thirty an hour per member and organization, whatever their state', async () => {
    for (let n = 0; n < 30; n += 1) await invite(`${n}@example.test`)
    await db.owner`UPDATE invitation SET status = 'canceled'`
    await expect(invite()).rejects.toMatchObject({ code: 'INVITED_TOO_MANY' })
    await inAcme((tenant) => createInvitation(tenant, { email, role: 'viewer' }, anyRole), 'admin@acme.test')
    // An hour later, another one is allowed.
    await db.owner`UPDATE invitation SET created_at = created_at - interval '61 minutes'`
    await invite('thirty-first@example.test')
  })

  test('refuses another organization’s role, and passes a custom role’s permissions to the rule', async () => {
    const make = async (organization: string) => {
      const [role] = await db.owner`INSERT INTO organization_role (organization_id, name, permissions)
        VALUES (${organization}, 'Guest', '{"note":["read"]}') RETURNING id`
      return String(role?.id)
    }
    const [own, foreign] = [await make(acme), await make(globex)]
    const asked: unknown[] = []
    const made = (role: string) =>
      inAcme((tenant) => createInvitation(tenant, { email, role }, (given) => void asked.push(given)))
    expect(await made(foreign)).toBeUndefined()
    expect(await stored()).toEqual([])
    expect(await made(own)).toMatchObject({ email, role: 'Guest' })
    expect(asked).toEqual([{ role: 'custom', customRole: { permissions: { note: ['read'] } } }])
  })

  test('writes nothing when the rule refuses', async () => {
    const refused = inAcme((tenant) => createInvitation(tenant, { email, role: 'owner' }, refuse))
    await expect(refused).rejects.toThrow('refused')
    expect(await stored()).toEqual([])
  })

  test('ignores another organization’s invitation for the email', async () => {
    await invite()
    await inGlobex((tenant) => createInvitation(tenant, { email, role: 'viewer' }, anyRole))
    expect(await stored()).toHaveLength(2)
  })

  test('is recorded without the hash', async () => {
    await invite()
    const [event] = await db.owner`SELECT actor_id, action, changes FROM audit_event
      WHERE target_type = 'invitation' AND target_id = ${await idOf()}`
    expect(event).toMatchObject({ actor_id: demoId('user', 'owner@acme.test'), action: 'invitations.test' })
    expect(Object.keys(event?.changes)).not.toContain('token_hash')
    expect(event?.changes.email).toEqual({ new: email })
  })
})

describe('renewInvitation', () => {
  const renew = async (person?: string) => {
    const id = await idOf()
    return inAcme((tenant) => renewInvitation(tenant, id, anyRole), person)
  }

  test('changes nothing when the rule refuses', async () => {
    await invite()
    const before = await stored()
    const id = await idOf()
    await expect(inAcme((tenant) => renewInvitation(tenant, id, refuse))).rejects.toThrow('refused')
    expect(await stored()).toEqual(before)
  })

  test('replaces the token, extends the expiry and makes the sender the inviter', async () => {
    const first = await invite()
    await db.owner`UPDATE invitation SET expires_at = now() - interval '1 day'`
    const [before] = await stored()
    const second = await renew('admin@acme.test')
    expect(second).toEqual({ id: first.id, email, role: 'editor', token: expect.any(String) })
    expect(second?.token).not.toBe(first.token)
    const [after] = await stored()
    expect(after?.token_hash).not.toBe(before?.token_hash)
    expect(after).toMatchObject({ sent_count: 2, inviter_id: demoId('user', 'admin@acme.test') })
    expect(Number(after?.expires_at)).toBeGreaterThan(Date.now())
  })

  test('works five times at most, even for ten parallel calls', async () => {
    await invite()
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => renew()))
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(5)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'INVITATION_SENT_TOO_OFTEN' })
    expect((await stored())[0]?.sent_count).toBe(6)
  })
})

describe('another organization', () => {
  test('can’t find, renew or cancel it', async () => {
    await invite()
    const id = await idOf()
    const before = await stored()
    expect(await inGlobex((tenant) => lockInvitations(tenant, [id]))).toEqual([])
    expect(await inGlobex((tenant) => renewInvitation(tenant, id, anyRole))).toBeUndefined()
    expect(await inGlobex((tenant) => cancelInvitation(tenant, id))).toBe(0)
    expect(await stored()).toEqual(before)
    expect((await inGlobex((tenant) => listInvitations(tenant, { limit: 10 }))).invitations).toEqual([])
  })
})

test('settled invitations are not locked or changed', async () => {
  await invite()
  const id = await idOf()
  for (const status of ['accepted', 'rejected', 'canceled']) {
    await db.owner`UPDATE invitation SET status = ${status}`
    expect(await inAcme((tenant) => lockInvitations(tenant, [id, 'no id']))).toEqual([])
    expect(await inAcme((tenant) => cancelInvitation(tenant, id))).toBe(0)
  }
})

describe('listInvitations', () => {
  test('returns each with its state, newest first, page by page', async () => {
    const states = { pending: 'pending', rejected: 'declined', canceled: 'cancelled', accepted: 'accepted' }
    const statuses = [...Object.keys(states), 'expired']
    for (const [age, status] of statuses.entries()) {
      await db.owner`INSERT INTO invitation (organization_id, inviter_id, email, role, status, expires_at, created_at)
        VALUES (${acme}, ${demoId('user', age === 0 ? 'nomad@gatehouse.test' : 'admin@acme.test')}, ${`${age}@example.test`},
          'viewer', ${status === 'expired' ? 'pending' : status},
          now() + ${status === 'expired' ? '-1 s' : '1 day'}::interval, now() - make_interval(hours => ${age}))`
    }
    const first = await inAcme((tenant) => listInvitations(tenant, { limit: 3 }))
    expect(first.invitations.map(({ state, inviter }) => [state, inviter])).toEqual([
      ['pending', null],
      ['declined', 'Acme Admin'],
      ['cancelled', 'Acme Admin'],
    ])
    const second = await inAcme((tenant) =>
      listInvitations(tenant, { limit: 3, cursor: first.nextCursor ?? '' }),
    )
    expect(second.invitations.map(({ state }) => state)).toEqual(['accepted', 'expired'])
    expect(second.nextCursor).toBeNull()
    const expired = await inAcme((tenant) => listInvitations(tenant, { limit: 3, state: 'expired' }))
    expect(expired.invitations.map((listed) => listed.email)).toEqual(['4@example.test'])
  })

  test('a cursor of another organization gives the first page', async () => {
    await invite()
    await inGlobex((tenant) => createInvitation(tenant, { email, role: 'viewer' }, anyRole))
    const [foreign] = await db.owner`SELECT id FROM invitation WHERE organization_id = ${globex}`
    const page = await inAcme((tenant) => listInvitations(tenant, { limit: 3, cursor: String(foreign?.id) }))
    expect(page.invitations).toHaveLength(1)
  })
})
