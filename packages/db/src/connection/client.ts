import { env } from '@kit/env'
import { drizzle } from 'drizzle-orm/postgres-js'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '../schema'
import { boundedClient } from './bounded-client'
import { answerLimit, limits, reconnectDelay } from './limits'
import { watch } from './watch'

export type Database = PostgresJsDatabase<typeof schema>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

interface Pool {
  client: postgres.Sql
  database: Database
}

// On globalThis, because a development server reloads this module after every change and would open another pool.
const shared: typeof globalThis & { gatehousePool?: Pool } = globalThis

/** Returns a Drizzle database on a postgres.js client, with the settings that our queries rely on. */
export function wrap(client: postgres.Sql): Database {
  return drizzle(client, { schema, casing: 'snake_case' })
}

function open(): Pool {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = env()
  const client = postgres(DATABASE_URL, {
    max: DATABASE_POOL_SIZE,
    connect_timeout: limits.connect / 1000,
    backoff: (attempts) => reconnectDelay(attempts) / 1000,
    // On the connection, because a limit set in a transaction does not apply to what comes before it.
    connection: {
      application_name: 'gatehouse',
      statement_timeout: limits.statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.idleInTransaction,
    },
    onnotice: () => {},
  })
  const watched = watch(answerLimit(DATABASE_URL), () => abandon(client))
  return { client, database: wrap(boundedClient(client, DATABASE_POOL_SIZE, limits.turn, watched)) }
}

/**
 * Cuts the connections to a Postgres that no longer replies. Callers that wait for one get BUSY; the next call opens
 * new ones.
 */
function abandon(client: postgres.Sql): void {
  if (shared.gatehousePool?.client === client) shared.gatehousePool = undefined
  void client.end({ timeout: 0 })
}

/**
 * Returns the process's pool, opened at first use. Its role has no access to tenant data, which only `withTenant`
 * reaches.
 * @throws EnvError when DATABASE_URL is missing or malformed
 */
export function database(): Database {
  shared.gatehousePool ??= open()
  return shared.gatehousePool.database
}

/** Closes the pool and waits up to five seconds for running queries. The next `database()` opens another. */
export async function closeDatabase(): Promise<void> {
  const pool = shared.gatehousePool
  shared.gatehousePool = undefined
  await pool?.client.end({ timeout: 5 })
}
