import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { migrate } from '../migrations/migrate'
import { useEmptyDatabases } from '../testing/empty-database'
import { seed, SeedRefusedError } from './seed'

const { make: room } = useEmptyDatabases()

describe('seed', () => {
  test('one of two parallel calls seeds, the other finds it done, and later changes stay', async () => {
    const { ownerUrl } = await room()
    await migrate(ownerUrl)
    const once = () => seed(ownerUrl, { production: false })
    expect((await Promise.all([once(), once()])).sort()).toEqual(['already', 'seeded'])
    const owner = postgres(ownerUrl, { max: 1 })
    const counts =
      () => owner`SELECT o.slug, count(*)::int AS roles FROM organization_role r JOIN organization o ON o.id = r.organization_id
      GROUP BY 1 ORDER BY 1`
    try {
      expect([...(await counts())]).toEqual([
        { slug: 'acme', roles: 2 },
        { slug: 'globex', roles: 1 },
      ])
      const [people] =
        await owner`SELECT count(*)::int AS n, count(*) FILTER (WHERE email_verified)::int AS verified FROM "user"`
      expect(people).toEqual({ n: 9, verified: 9 })
      const [admin] = await owner`SELECT email FROM "user" WHERE role = 'super-admin'`
      expect(admin).toEqual({ email: 'root@gatehouse.test' })
      await owner`DELETE FROM organization WHERE slug = 'acme'`
      await owner`INSERT INTO "user" (name, email) VALUES ('x', 'someone@example.test')`
      expect(await once()).toBe('already')
      expect(await counts()).toHaveLength(1)
    } finally {
      await owner.end()
    }
  })

  test('refuses in production and in a database with other data, and writes nothing', async () => {
    const { ownerUrl } = await room()
    await migrate(ownerUrl)
    await expect(seed(ownerUrl, { production: true })).rejects.toThrow(SeedRefusedError)
    const owner = postgres(ownerUrl, { max: 1 })
    try {
      await owner`INSERT INTO organization (name, slug) VALUES ('Real', 'acme')`
      await expect(seed(ownerUrl, { production: false })).rejects.toThrow(SeedRefusedError)
      await owner`DELETE FROM organization`
      await owner`INSERT INTO "user" (name, email) VALUES ('x', 'owner@acme.test')`
      await expect(seed(ownerUrl, { production: false })).rejects.toThrow(SeedRefusedError)
      const [rows] =
        await owner`SELECT (SELECT count(*) FROM "user")::int AS users, (SELECT count(*) FROM organization_role)::int AS roles`
      expect(rows).toEqual({ users: 1, roles: 0 })
    } finally {
      await owner.end()
    }
  })
})
