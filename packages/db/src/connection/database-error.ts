import postgres from 'postgres'

/** The name of the constraint that a statement broke, or undefined when it failed of something else. */
export function violatedConstraint(error: unknown): string | undefined {
  return postgresError(error)?.constraint_name
}

/** A deadlock, of which Postgres ended one side, or a row that changed under a transaction that could not follow. */
const LOST_RACE = new Set(['40P01', '40001'])

/** Whether the transaction was rolled back for no fault of its own: the same may succeed when it is tried again. */
export function lostRace(error: unknown): boolean {
  return LOST_RACE.has(postgresError(error)?.code ?? '')
}

/** Drizzle wraps what the driver threw. */
function postgresError(error: unknown): postgres.PostgresError | undefined {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return cause instanceof postgres.PostgresError ? cause : undefined
}
