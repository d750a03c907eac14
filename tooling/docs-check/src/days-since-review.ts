const DAY = 24 * 60 * 60 * 1000

/** Days for which a review of the version floors is valid. */
export const maxDays = 14

/**
 * Returns the whole UTC days since the review date in SECURITY.md.
 * @throws Error when the date is missing or in the future
 */
export function daysSinceReview(markdown: string, now: Date): number {
  const [, day] = /last reviewed on (\d{4}-\d{2}-\d{2})\b/.exec(markdown) ?? []
  const reviewed = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(reviewed)) throw new Error('SECURITY.md does not say when the floors were last reviewed.')
  const days = Math.floor((now.getTime() - reviewed) / DAY)
  if (days < 0) throw new Error('SECURITY.md says that the floors were reviewed in the future.')
  return days
}
