import type { Preferences } from '@kit/db/accounts/preferences'

/** Formats a time for an email as its recipient prefers, or in UTC if the preference is unknown. Always names the time zone. */
export function mailTime(at: Date, { locale, timeZone }: Preferences): string {
  if (!locale && !timeZone) return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return formatIn(timeZone ?? 'UTC', locale ?? 'en-US').format(at)
}

function formatIn(timeZone: string, locale: string): Intl.DateTimeFormat {
  const options = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    calendar: 'gregory',
  } as const
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone })
  } catch {
    // This version of Node no longer knows the time zone's or locale's name.
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })
  }
}
