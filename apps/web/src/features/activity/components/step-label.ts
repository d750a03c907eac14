import type { DateSettings } from '@/lib/dates/date-settings'
import { formatDay, formatHour } from '@/lib/dates/format-date'
import { dayIn } from '@/lib/dates/calendar'

const DAY_SECONDS = 86_400

/** Names a step of the chart: "Mar 12", or "Thu 2:00 PM" for a step of an hour. */
export function stepLabel(from: number, stepSeconds: number, settings: DateSettings): string {
  if (stepSeconds < DAY_SECONDS) return formatHour(new Date(from * 1000), settings)
  // The middle of the step: after a clock change its start is an hour before or after midnight.
  const middle = new Date((from + stepSeconds / 2) * 1000)
  return formatDay(dayIn(settings.timeZone, middle), settings)
}
