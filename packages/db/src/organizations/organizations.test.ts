import { describe, expect, test } from 'vitest'
import { demoId } from '../demo/demo'
import { createOrganization, listOrganizationsOf } from './organizations'
import type { OrganizationQuery } from './organizations'
import { withTenant } from '../tenancy/tenant'
import { claimOf, useTestDatabase } from '../testing/use-test-database'

const db = useTestDatabase()
const nomad = demoId('user', 'nomad@gatehouse.test')
const root = demoId('user', 'root@gatehouse.test')

const list = async (userId: string, query: Partial<OrganizationQuery> = {}) =>
  (await listOrganizationsOf(userId, { limit: 100, ...query })).organizations

const closure = { suspendedBecause: null, deletedFrom: null }

describe('listOrganizationsOf', () => {
  test('returns each with the user’s role, and none for a stranger', async () => {
    expect(await list(demoId('user', 'both@gatehouse.test'))).toEqual([
      {
        id: demoId('organization', 'acme'),
        slug: 'acme',
        name: 'Acme',
        role: 'editor',
        customRole: null,
        closure,
      },
      {
        id: demoId('organization', 'globex'),
        slug: 'globex',
        name: 'Globex',
        role: 'viewer',
        customRole: null,
        closure,
      },
    ])
    expect(await list(root)).toEqual([])
  })

  test('pages through all of them, with the given one first', async () => {
    await db.owner.begin(async (sql) => {
      await sql`INSERT INTO organization (name, slug) SELECT 'Same name', 'many-' || n FROM generate_series(1, 120) n`
      await sql`INSERT INTO member (organization_id, user_id, role)
        SELECT id, ${root}, 'owner' FROM organization WHERE slug LIKE 'many-%'`
    })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listOrganizationsOf(root, { limit: 50, cursor })
      seen.push(...page.organizations.map(({ slug }) => slug))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(120)
    expect(seen).toHaveLength(120)
    const last = seen.at(-1) ?? ''
    const [wanted, ...rest] = await list(root, { first: last, limit: 10 })
    expect((await list(root, { first: wanted?.id, limit: 10 }))[0]).toEqual(wanted)
    expect(wanted?.slug).toBe(last)
    expect(rest).toHaveLength(9)
    expect((await list(root, { search: 'MANY-12' })).map(({ slug }) => slug).toSorted()).toEqual([
      'many-12',
      'many-120',
    ])
    expect(await list(root, { search: "%' OR 1=1 --\0" })).toEqual([])
    // An organization that isn't theirs is not listed, even if asked for first.
    expect((await list(root, { first: 'acme' })).some(({ slug }) => slug === 'acme')).toBe(false)
    await db.owner`DELETE FROM organization WHERE slug LIKE 'many-%'`
  })
})

describe('createOrganization', () => {
  test('makes the creator the owner', async () => {
    const { id, slug } = await createOrganization({ name: 'Initech', slug: 'initech', ownerId: nomad })
    expect(slug).toBe('initech')
    expect(await list(nomad)).toEqual([
      { id, slug, name: 'Initech', role: 'owner', customRole: null, closure },
    ])
    const role = await withTenant(
      claimOf('initech', 'nomad@gatehouse.test'),
      async (_db, tenant) => tenant.membership.role,
    )
    expect(role).toBe('owner')
  })

  test('refuses a taken slug and creates nothing', async () => {
    const [before] = await db.owner`SELECT count(*) FROM organization`
    await expect(createOrganization({ name: 'Mine', slug: 'acme', ownerId: nomad })).rejects.toMatchObject({
      code: 'SLUG_TAKEN',
      details: { free: 'acme-2' },
    })
    expect(await db.owner`SELECT count(*) FROM organization`).toEqual([before])
    expect(await list(demoId('user', 'owner@acme.test'))).toHaveLength(1)
  })

  test('suggests a free slug of at most the allowed length', async () => {
    const long = 'x'.repeat(48)
    await createOrganization({ name: 'Long', slug: long, ownerId: nomad })
    const free = `${'x'.repeat(45)}-2`
    const again = () => createOrganization({ name: 'Long', slug: long, ownerId: nomad })
    await expect(again()).rejects.toMatchObject({ details: { free } })
    await createOrganization({ name: 'Long', slug: free, ownerId: nomad })
    await expect(again()).rejects.toMatchObject({ details: { free: `${'x'.repeat(45)}-3` } })
  })

  test('accepts exactly one of many parallel calls with the same slug', async () => {
    const attempts = Array.from({ length: 10 }, (_, n) =>
      createOrganization({ name: `Race ${n}`, slug: 'race', ownerId: n % 2 ? nomad : root }),
    )
    const results = await Promise.allSettled(attempts)
    const lost = results.filter((result) => result.status === 'rejected')
    expect(lost).toHaveLength(9)
    for (const { reason } of lost) expect(reason).toMatchObject({ code: 'SLUG_TAKEN' })
    const rows = await db.owner`
      SELECT (SELECT count(*)::int FROM member WHERE organization_id = o.id) AS members FROM organization o WHERE slug = 'race'`
    expect([...rows]).toEqual([{ members: 1 }])
  })

  test.each([
    ['a', 'too short'],
    ['x'.repeat(49), 'too long'],
    ['Upper', 'upper case'],
    ['two--hyphens', 'two hyphens'],
    ['-edge', 'a hyphen first'],
    ['sp ace', 'a space'],
    ['line\n', 'a line break'],
    ['../up', 'a path'],
  ])('the slug %j is refused by the database: %s', async (slug) => {
    const creation = createOrganization({ name: 'x', slug, ownerId: nomad })
    await expect(creation).rejects.toMatchObject({ cause: { constraint_name: 'organization_slug_shape' } })
  })
})

const invite = (status: string) => db.owner`
  INSERT INTO invitation (organization_id, inviter_id, email, status, expires_at)
  VALUES (${demoId('organization', 'acme')}, ${root}, 'guest@example.test', ${status}, now())`

test('an email has one pending invitation per organization, and any number of settled ones', async () => {
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => invite('pending')))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  await invite('accepted')
  await invite('accepted')
})

test('stores emails in lowercase', async () => {
  const upper = db.owner`INSERT INTO "user" (name, email) VALUES ('x', 'Owner@Acme.test')`
  await expect(upper).rejects.toMatchObject({ constraint_name: 'user_email_lower' })
})
