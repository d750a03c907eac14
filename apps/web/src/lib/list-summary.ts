import type { ListRange } from '@kit/db/query/range'

/** Locales come from clients, so the memory is bounded. */
const MOST_FORMATS = 200

const formats = new Map<string, Intl.NumberFormat>()

/** A shared formatter: making one costs more than using it. */
function numberFormat(locale: string): Intl.NumberFormat {
  const known = formats.get(locale)
  if (known) return known
  const made = new Intl.NumberFormat(locale)
  if (formats.size >= MOST_FORMATS) formats.clear()
  formats.set(locale, made)
  return made
}

/** Says which part of a list a page shows: "1–20 of 184 tasks", "20 of about 12,000 tasks" or just "3 tasks". */
export function listSummary(
  { first, total, isEstimate }: ListRange,
  shown: number,
  [one, several]: readonly [one: string, several: string],
  locale = 'en-US',
): string {
  const exact = numberFormat(locale)
  const rough = () => new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(total)
  const all = `${isEstimate ? `about ${rough()}` : exact.format(total)} ${total === 1 ? one : several}`
  if (shown === total && first === 1) return all
  if (first === null) return `${shown} of ${all}`
  const last = first + shown - 1
  return `${exact.format(first)}${last > first ? `–${exact.format(last)}` : ''} of ${all}`
}
