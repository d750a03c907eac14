import { dayIn } from './calendar'
import type { DateSettings } from './date-settings'
import { dateTimeFormat } from './date-time-format'

/**
 * A calendar day, which is the same day in every time zone: "Mar 12", or "Mar 12, 2031" in another year.
 * @param day YYYY-MM-DD
 */
export function formatDay(day: string, settings: DateSettings, now = new Date()): string {
  const options = dayOptions(day.slice(0, 4) === yearOf(now, settings))
  return format(new Date(`${day}T00:00:00.000Z`), { ...settings, timeZone: 'UTC' }, options)
}

/** The local day of an instant: "Mar 12". Ends in "UTC" when the user's time zone is unknown. */
export function formatDate(instant: Date, settings: DateSettings, now = new Date()): string {
  const text = format(instant, settings, dayOptions(yearOf(instant, settings) === yearOf(now, settings)))
  return settings.isFallback ? `${text} UTC` : text
}

/** The local date and time of an instant: "Mar 12, 2:05 PM". Says "UTC" when the user's time zone is unknown. */
export function formatDateTime(instant: Date, settings: DateSettings, now = new Date()): string {
  return format(instant, settings, {
    ...dayOptions(yearOf(instant, settings) === yearOf(now, settings)),
    hour: 'numeric',
    minute: '2-digit',
    ...zoneName(settings),
  })
}

/** The local time of an instant with seconds: "2:05:09 PM". Says "UTC" when the user's time zone is unknown. */
export function formatTime(instant: Date, settings: DateSettings): string {
  return format(instant, settings, {
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    ...zoneName(settings),
  })
}

/** The weekday and hour of an instant: "Thu 2:00 PM". */
export function formatHour(instant: Date, settings: DateSettings): string {
  return format(instant, settings, { weekday: 'short', hour: 'numeric', minute: '2-digit' })
}

function dayOptions(isThisYear: boolean): Intl.DateTimeFormatOptions {
  return { month: 'short', day: 'numeric', ...(!isThisYear && { year: 'numeric' }) }
}

function zoneName({ isFallback }: DateSettings): Intl.DateTimeFormatOptions {
  return isFallback ? { timeZoneName: 'short' } : {}
}

function yearOf(instant: Date, { timeZone }: DateSettings): string {
  return dayIn(timeZone, instant).slice(0, 4)
}

function format(
  instant: Date,
  { locale, timeZone }: Pick<DateSettings, 'locale' | 'timeZone'>,
  options: Intl.DateTimeFormatOptions,
): string {
  return dateTimeFormat(locale, { ...options, timeZone }).format(instant)
}
