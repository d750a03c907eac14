/** How dates are shown to a user. */
export interface DateSettings {
  /** An IANA name that `Intl` accepts. */
  timeZone: string
  /** True when the browser's time zone is unknown: times then say that they are in UTC. */
  isFallback: boolean
  /** A BCP 47 tag that `Intl` accepts. */
  locale: string
}

/** Defined once, because the browser writes it and the server reads it. */
export const TIME_ZONE_COOKIE = 'timezone'

const DEFAULT_LOCALE = 'en-US'
const MAX_HEADER_LENGTH = 200

/** A signed-in user's choice. Null means the browser's setting. */
interface Chosen {
  locale: string | null
  timeZone: string | null
}

/**
 * Both values come from the client: anything `Intl` doesn't accept gives UTC and American English.
 * @param chosen overrides the browser's settings, unless `Intl` no longer accepts it
 */
export function dateSettingsOf(
  timeZoneCookie: string | undefined,
  acceptLanguage: string | null,
  chosen?: Chosen,
): DateSettings {
  const timeZone = timeZoneOf(chosen?.timeZone ?? undefined) ?? timeZoneOf(timeZoneCookie)
  return {
    timeZone: timeZone ?? 'UTC',
    isFallback: timeZone === undefined,
    locale: localeOf([chosen?.locale ?? '', acceptLanguage ?? ''].join(',')),
  }
}

function timeZoneOf(value: string | undefined): string | undefined {
  if (value === undefined || !/^[A-Za-z][\w+/-]{1,63}$/.test(value)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

function localeOf(acceptLanguage: string): string {
  const tags = acceptLanguage.slice(0, MAX_HEADER_LENGTH).split(',')
  const tag = tags.map((part) => part.split(';', 1)[0]?.trim() ?? '').find(isLocale)
  return tag ?? DEFAULT_LOCALE
}

/** Only language, script and region: an extension could change the calendar or the digits. */
function isLocale(tag: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(tag)) return false
  return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
}
