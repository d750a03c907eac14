import type { ListRange } from '@kit/db/query/range'

/** Says which part of a list a page shows: "1–20 of 184 tasks", "20 of about 12,000 tasks" or just "3 tasks". */
export function listSummary(
  { first, total, isEstimate }: ListRange,
  shown: number,
  [one, several]: readonly [one: string, several: string],
  locale = 'en-US',
): string {
  const exact = new Intl.NumberFormat(locale)
  const rough = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 })
  const all = `${isEstimate ? `about ${rough.format(total)}` : exact.format(total)} ${total === 1 ? one : several}`
  if (shown === total && first === 1) return all
  if (first === null) return `${shown} of ${all}`
  const last = first + shown - 1
  return `${exact.format(first)}${last > first ? `–${exact.format(last)}` : ''} of ${all}`
}
