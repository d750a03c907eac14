const days = new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'short', day: 'numeric' })
const hours = new Intl.DateTimeFormat('en', {
  timeZone: 'UTC',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A step of time as the chart names it: "Mar 12", or "Thu 14:00" where a step is an hour. */
export function stepLabel(from: number, stepSeconds: number): string {
  return (stepSeconds < 86_400 ? hours : days).format(new Date(from * 1000)).replace(', ', ' ')
}
