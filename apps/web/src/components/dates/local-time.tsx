import { formatTime } from '@/lib/dates/format-date'
import { readDateSettings } from '@/lib/dates/read-date-settings'

/** The time of an ISO timestamp in the user's time zone. */
export async function LocalTime({ at }: { at: string }) {
  return <time dateTime={at}>{formatTime(new Date(at), await readDateSettings())}</time>
}
