/** Locales and time zones come from clients, so the memory is bounded. */
const MOST_FORMATS = 200

const formats = new Map<string, Intl.DateTimeFormat>()

/** A shared Gregorian formatter: making one costs more than using it. */
export function dateTimeFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory' })
  if (formats.size >= MOST_FORMATS) formats.clear()
  formats.set(key, made)
  return made
}
