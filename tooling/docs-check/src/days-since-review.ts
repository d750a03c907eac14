const DAY = 24 * 60 * 60 * 1000

/** How long a review of the version floors counts. */
export const maxDays = 14

/**
 * Returns the days since the review that SECURITY.md states, by whole UTC days.
 * @throws Error when it states none, or one in the future
 */
export function daysSinceReview(markdown: string, now: Date): number {
  const [, day] = /last reviewed on (\d{4}-\d{2}-\d{2})\b/.exec(markdown) ?? []
  const reviewed = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(reviewed)) throw new Error('SECURITY.md does not say when the floors were last reviewed.')
  const days = Math.floor((now.getTime() - reviewed) / DAY)
  if (days < 0) throw new Error('SECURITY.md says that the floors were reviewed in the future.')
  return days
}
