const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether Postgres would take this text for a uuid without an error. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value)
}
