/**
 * What the log may hold of an error: names, messages, the stack and codes, but never bound values.
 * Drizzle puts a statement's parameters (addresses, hashes) into its message, and Postgres the offending row into
 * `detail`; both are left out.
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
