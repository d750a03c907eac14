import postgres from 'postgres'
import { afterAll, beforeAll, vi } from 'vitest'
import { closeDatabase } from '../connection/client'
import { demoId } from '../demo/demo'
import type { TenantClaim } from '../tenancy/tenant'
import { createTestDatabase } from './test-database'
import type { TestDatabase } from './test-database'

export interface TestDatabaseHandle {
  url: string
  ownerUrl: string
  /** A superuser's client, which bypasses row-level security. */
  owner: postgres.Sql
}

/** Gives a test file its own seeded database, which `database()` and `withTenant` then use. Call it at the top level. */
export function useTestDatabase(): TestDatabaseHandle {
  let database: TestDatabase | undefined
  let owner: postgres.Sql | undefined
  beforeAll(async () => {
    database = await createTestDatabase()
    owner = postgres(database.ownerUrl, { max: 2, onnotice: () => {} })
    vi.stubEnv('DATABASE_URL', database.url)
  })
  afterAll(async () => {
    await closeDatabase()
    await owner?.end({ timeout: 1 })
    await database?.drop()
    vi.unstubAllEnvs()
  })
  return {
    get url() {
      return made(database).url
    },
    get ownerUrl() {
      return made(database).ownerUrl
    },
    get owner() {
      return made(owner)
    },
  }
}

/** Returns the tenant claim of a demo person. */
export function claimOf(organization: string, email: string): TenantClaim {
  return { organization, userId: demoId('user', email) }
}

function made<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The test database is not ready before beforeAll has run.')
  return value
}
