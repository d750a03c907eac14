import { formatDate } from '@/lib/dates/format-date'
import { readDateSettings } from '@/lib/dates/read-date-settings'

/** The day of an ISO timestamp in the user's time zone. */
export async function LocalDate({ at }: { at: string }) {
  return <time dateTime={at}>{formatDate(new Date(at), await readDateSettings())}</time>
}
