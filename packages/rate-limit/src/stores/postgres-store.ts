import postgres from 'postgres'

import { retryAfterSeconds, type StoredWindow } from './retry-after'
import { type LimitResult, type Store, STORE_DEADLINE } from './store'

/** Milliseconds without a reply after which Postgres counts as gone. */
const SILENCE = 30_000

type Row = { allowed: boolean } & (StoredWindow | Record<keyof StoredWindow, null>)

/**
 * Counts in the database: one row per key, one statement per call, by the database's clock.
 *
 * It has its own connections, so a call counts even if its transaction rolls back, and a limit never waits for a pool
 * connection that is held by a call waiting for a limit. Sensitive calls have their own connections, so a flood of
 * other calls can't use them up. The worker removes expired rows.
 * @param silence milliseconds without a reply after which the connections are replaced
 */
export function postgresStore(url: string, { silence = SILENCE } = {}): Store {
  const [sensitive, others] = [replacedWhenSilent(url, silence), replacedWhenSilent(url, silence)]
  return {
    hit: (key, limit, windowSeconds, isSensitive = false) =>
      (isSensitive ? sensitive : others).use((sql) => count(sql, key, limit, windowSeconds)),
    close: async () => {
      await Promise.all([sensitive.close(), others.close()])
    },
  }
}

/** Connections that are replaced when the server goes silent. One to a server that is gone would stay open for minutes. */
function replacedWhenSilent(url: string, silence: number) {
  let sql = connect(url)
  return {
    async use<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
      const own = sql
      const timer = setTimeout(() => {
        if (sql === own) sql = connect(url)
        void own.end({ timeout: 0 })
      }, silence)
      try {
        return await work(own)
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => sql.end({ timeout: 1 }),
  }
}

async function count(
  sql: postgres.Sql,
  key: string,
  limit: number,
  windowSeconds: number,
): Promise<LimitResult> {
  // `r` is the existing row, and `excluded` the row that a first call would insert. If this statement had to wait, the
  // row can be ahead of it; then the row's window is the current one.
  const began = sql`greatest(r.window_start, excluded.window_start)`
  const current = sql`CASE WHEN r.window_start = ${began} THEN r.current ELSE 0 END`
  // A row expires when the window after its own ends.
  const previous = sql`CASE WHEN r.window_start = ${began} THEN r.previous
    WHEN r.expires_at > ${began} THEN r.current ELSE 0 END`
  const span = sql`make_interval(secs => ${windowSeconds})`
  const [row] = await sql<Row[]>`
    WITH hit AS (
      INSERT INTO rate_limit AS r (key, window_start, expires_at, current, previous)
      SELECT ${key}, start, start + 2 * ${span}, 1, 0 FROM date_bin(${span}, now(), 'epoch') AS start
      ON CONFLICT (key) DO UPDATE SET
        window_start = ${began},
        expires_at = greatest(r.expires_at, excluded.expires_at),
        current = ${current} + 1,
        previous = ${previous}
      WHERE ${limit} > ${current} + ceil(${previous} * least(1, 1 - extract(epoch FROM now() - ${began}) / ${windowSeconds}))
      RETURNING 1
    )
    SELECT allowed, extract(epoch FROM now() - window_start)::float8 AS age, current, previous
    FROM (SELECT EXISTS (SELECT FROM hit) AS allowed) AS decision
    LEFT JOIN rate_limit ON NOT allowed AND key = ${key}`
  if (!row) throw new Error('The database returned no decision.')
  if (row.allowed) return { allowed: true, retryAfterSeconds: 0 }
  const stored = row.age === null ? { age: 0, current: limit, previous: 0 } : row
  return { allowed: false, retryAfterSeconds: retryAfterSeconds(limit, windowSeconds, stored) }
}

function connect(url: string): postgres.Sql {
  return postgres(url, {
    max: 2,
    connect_timeout: 3,
    // Seconds; the driver's own backoff grows to 20.
    backoff: () => 0.5,
    // An abandoned count must not keep its connection.
    connection: {
      application_name: 'gatehouse rate limit',
      statement_timeout: STORE_DEADLINE,
      lock_timeout: STORE_DEADLINE,
    },
    fetch_types: false,
    onnotice: () => {},
  })
}
