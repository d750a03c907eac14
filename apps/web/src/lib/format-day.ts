// A fixed locale and zone: the server and every browser write the same text, so hydration finds nothing to correct.
const thisYears = new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'short', day: 'numeric' })
const anyYears = new Intl.DateTimeFormat('en', { timeZone: 'UTC', dateStyle: 'medium' })

/**
 * "Mar 12", or "Mar 12, 2031" when it is not in the same year as `today`.
 * @param day an ISO date or timestamp
 */
export function formatDay(day: string, today = new Date()): string {
  const date = new Date(day)
  return (date.getUTCFullYear() === today.getUTCFullYear() ? thisYears : anyYears).format(date)
}

/** Today as YYYY-MM-DD, in UTC as all days here. */
export function todayInUtc(now = new Date()): string {
  return now.toISOString().slice(0, 10)
}
