import { randomBytes } from 'node:crypto'
import { connectOnce } from '../connection/connect'
import { fillTemplate, templateName } from './template'

export interface TestDatabase {
  /** Connects as a login role like the app's, subject to row-level security. */
  url: string
  /** Connects as a superuser, to inspect everything and to prepare data. */
  ownerUrl: string
  /** Drops the database and its role, even with open connections. */
  drop: () => Promise<void>
}

// Any number that the migrations and the seed don't use.
const LOCK = 4_711_000_003

/**
 * Creates a migrated and seeded database for one test file, copied from a template that exists once per cluster.
 * @throws when TEST_POSTGRES_URL is not set; `@kit/db/vitest-global-setup` sets it
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = process.env.TEST_POSTGRES_URL
  if (!clusterUrl)
    throw new Error('TEST_POSTGRES_URL is not set: add @kit/db/vitest-global-setup to globalSetup.')
  // Advisory locks are per database, so everyone who might create the template locks in the same one.
  const lockDatabase = withDatabase(clusterUrl, 'postgres')
  const name = `gatehouse_test_${randomBytes(6).toString('hex')}`
  const password = randomBytes(18).toString('hex')
  await connectOnce(lockDatabase, async (client) => {
    await client`SELECT pg_advisory_lock(${LOCK})`
    const template = templateName()
    const [found] = await client`SELECT FROM pg_database WHERE datname = ${template}`
    if (!found) {
      const unfinished = `${template}_unfinished`
      await client`DROP DATABASE IF EXISTS ${client(unfinished)} WITH (FORCE)`
      await client`CREATE DATABASE ${client(unfinished)}`
      await fillTemplate(withDatabase(clusterUrl, unfinished))
      await client`ALTER DATABASE ${client(unfinished)} RENAME TO ${client(template)}`
    }
    await client.unsafe(`CREATE ROLE ${name} LOGIN PASSWORD '${password}' IN ROLE gatehouse_app`)
    await client`CREATE DATABASE ${client(name)} TEMPLATE ${client(template)}`
  })
  const url = new URL(withDatabase(clusterUrl, name))
  url.username = name
  url.password = password
  return {
    url: url.href,
    ownerUrl: withDatabase(clusterUrl, name),
    drop: () =>
      connectOnce(lockDatabase, async (client) => {
        await client`DROP DATABASE IF EXISTS ${client(name)} WITH (FORCE)`
        await client`DROP ROLE IF EXISTS ${client(name)}`
      }),
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
