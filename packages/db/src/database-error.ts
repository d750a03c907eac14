import postgres from 'postgres'

/** The name of the constraint that a statement broke, or undefined when it failed of something else. */
export function violatedConstraint(error: unknown): string | undefined {
  // Drizzle wraps what the driver threw.
  const cause = error instanceof Error && error.cause ? error.cause : error
  return cause instanceof postgres.PostgresError ? cause.constraint_name : undefined
}
