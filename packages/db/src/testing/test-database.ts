import { randomBytes } from 'node:crypto'
import { connectOnce } from '../connection/connect'
import { fillTemplate, templateName } from './template'

export interface TestDatabase {
  /** As the app: a login role of its own, bound by row-level security. */
  url: string
  /** As a superuser, to look at everything and to prepare what the app may not. */
  ownerUrl: string
  /** Removes the database and its role, whoever is still connected. */
  drop: () => Promise<void>
}

// Any number, but not the one of the migrations or the seed.
const LOCK = 4_711_000_003

/**
 * A migrated and seeded database for one test file, copied from a template that is made once per cluster.
 * @throws when TEST_POSTGRES_URL is not set; `@kit/db/vitest-global-setup` sets it
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = process.env.TEST_POSTGRES_URL
  if (!clusterUrl)
    throw new Error('TEST_POSTGRES_URL is not set: add @kit/db/vitest-global-setup to globalSetup.')
  // The advisory lock counts per database, so all who might make the template meet in one.
  const meetingPoint = withDatabase(clusterUrl, 'postgres')
  const name = `gatehouse_test_${randomBytes(6).toString('hex')}`
  const password = randomBytes(18).toString('hex')
  await connectOnce(meetingPoint, async (client) => {
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
      connectOnce(meetingPoint, async (client) => {
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
