import { formatDay } from '@/lib/dates/format-date'
import { readDateSettings } from '@/lib/dates/read-date-settings'

/** A calendar day without a time zone, such as a due date: YYYY-MM-DD. */
export async function CalendarDay({ day }: { day: string }) {
  return <time dateTime={day}>{formatDay(day, await readDateSettings())}</time>
}
