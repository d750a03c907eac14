/**
 * Returns the parts of an error that are safe to log: name, message, stack, codes and causes, but no bound values.
 * Postgres puts the row into `detail`, and values into some messages; our patches of its driver and of Drizzle leave both out.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const isQuery = 'query' in error && 'params' in error
  const code = 'code' in error ? error.code : undefined
  const constraint = 'constraint_name' in error ? error.constraint_name : undefined
  return {
    name: error.name,
    message: isQuery ? 'query failed' : error.message,
    ...(isQuery ? { query: error.query } : { stack: error.stack }),
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  }
}
