import type postgres from 'postgres'

type Unsafe = postgres.Sql['unsafe']

/** Every connection keeps what it prepared, and lists of different lengths make different statements. */
const MOST = 500
const kept = new Set<string>()

// action-audit-waive no-raw-sql: Drizzle builds the statement; this only passes it on.
/**
 * The client's method for statements that are prepared: later calls take one round trip instead of two, and Postgres
 * parses nothing. Drizzle asks the driver not to. `?prepare=false` in DATABASE_URL turns it off.
 */
export function prepared(client: Pick<postgres.Sql, 'unsafe'>): Unsafe {
  const { unsafe } = client
  return (text, parameters, options) => unsafe(text, parameters, { ...options, prepare: isKept(text) })
}

function isKept(text: string): boolean {
  if (kept.size < MOST) kept.add(text)
  return kept.has(text)
}
