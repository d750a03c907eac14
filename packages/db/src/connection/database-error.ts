import postgres from 'postgres'

/** Returns the name of the violated constraint, or undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  return postgresError(error)?.constraint_name
}

/** Deadlock and serialization failure. */
const LOST_RACE = new Set(['40P01', '40001'])

/** Whether the transaction was rolled back because of a concurrent one. A retry may succeed. */
export function lostRace(error: unknown): boolean {
  return LOST_RACE.has(postgresError(error)?.code ?? '')
}

/** Unwraps the driver's error from Drizzle's. */
function postgresError(error: unknown): postgres.PostgresError | undefined {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return cause instanceof postgres.PostgresError ? cause : undefined
}
