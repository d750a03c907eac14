const thisYears = new Intl.DateTimeFormat('en', {
  timeZone: 'UTC',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const anyYears = new Intl.DateTimeFormat('en', {
  timeZone: 'UTC',
  dateStyle: 'medium',
  timeStyle: 'short',
  hourCycle: 'h23',
})

/**
 * "Mar 12, 14:05", in UTC as all times here; with the year when it is not the year of `today`.
 * @param moment an ISO timestamp
 */
export function formatMoment(moment: string, today = new Date()): string {
  const date = new Date(moment)
  return (date.getUTCFullYear() === today.getUTCFullYear() ? thisYears : anyYears).format(date)
}
