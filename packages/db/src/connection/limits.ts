/** When a wait for the database ends, in milliseconds. A caller who waited that long gets `BUSY`. */
export const limits = {
  /** For a new connection. */
  connect: 3_000,
  /** For a turn: a connection of the pool, or a place in a share of it. */
  turn: 3_000,
  /** For a lock that another transaction holds. */
  lock: 3_000,
  statement: 15_000,
  /** For one statement of an expensive read, such as a search. */
  expensiveStatement: 3_000,
  /** For any reply, beyond the time that the statement may take: then Postgres is paused or gone. */
  silence: 5_000,
  /** Between two statements of a transaction. */
  idleInTransaction: 15_000,
} as const

/** Expensive reads that one person can run at the same time, per process. */
export const EXPENSIVE_READS_PER_PERSON = 3

/** What one organization can hold of a pool, so one with a stuck lock leaves room for the others. */
export function organizationShare(poolSize: number): number {
  return Math.max(1, Math.floor(poolSize / 2))
}

/** Milliseconds until a lost connection is opened again. The driver's own delay would grow to 20 seconds. */
export function reconnectDelay(attempts: number): number {
  return Math.min(50 * 2 ** attempts, 500)
}

/** Milliseconds until a statement without a reply means that Postgres is gone. `statement_timeout` in the URL moves it. */
export function answerLimit(databaseUrl: string): number {
  const given = new URL(databaseUrl).searchParams.get('statement_timeout')
  const statement = given === null ? limits.statement : Number(given)
  return statement > 0 ? statement + limits.silence : Infinity
}
