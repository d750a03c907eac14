import { z } from 'zod'

import { securityEventKinds } from '@kit/db/activity/security-event-values'

import { addDays, dayIn, startOfDay } from '@/lib/dates/calendar'

export type SearchParams = Record<string, string | string[] | undefined>

/** How many days refused requests are kept. Older ones are hidden, even before they are deleted. */
export const KEPT_DAYS = 90

/** How many days are shown when no dates are chosen. */
const DEFAULT_DAYS = 14

/** A day within the range of Postgres dates. */
const day = z.iso
  .date()
  .refine((value) => value >= '2000-01-01' && value <= '2199-12-31')
  .optional()
  .catch(undefined)

/** Invalid parameters are dropped instead of refused. */
export const activityQuerySchema = z.object({
  view: z.enum(['done', 'refused']).catch('done'),
  kind: z.enum(securityEventKinds).optional().catch(undefined),
  about: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
  actor: z.uuid().or(z.literal('signed-out')).optional().catch(undefined),
  action: z
    .string()
    .max(64)
    .regex(/^[a-zA-Z_.]+$/)
    .optional()
    .catch(undefined),
  since: day,
  until: day,
  cursor: z.string().max(128).optional().catch(undefined),
})

export type ActivityQueryDto = z.infer<typeof activityQuerySchema>

/** The days of a query as instants, both inclusive, in the user's time zone. A missing day sets no bound. */
export function boundsOf({ since, until }: Pick<ActivityQueryDto, 'since' | 'until'>, timeZone: string) {
  return {
    ...(since && { since: startOfDay(since, timeZone) }),
    ...(until && { until: startOfDay(addDays(until, 1), timeZone) }),
  }
}

/** The period refusals are counted over, in steps of an hour or a day that start at local midnight. */
export function rangeOf(
  query: Pick<ActivityQueryDto, 'since' | 'until'>,
  timeZone: string,
  now = new Date(),
) {
  const tomorrow = addDays(dayIn(timeZone, now), 1)
  const until = earlier(query.until ? addDays(query.until, 1) : tomorrow, tomorrow)
  const oldest = addDays(tomorrow, -KEPT_DAYS)
  const wanted = query.since ?? addDays(until, -DEFAULT_DAYS)
  const since = earlier(wanted > oldest ? wanted : oldest, until)
  return {
    since: startOfDay(since, timeZone),
    until: startOfDay(until, timeZone),
    stepSeconds: addDays(since, 2) >= until ? 3600 : 86_400,
  }
}

/** ISO days sort as text. */
function earlier(day: string, other: string): string {
  return day < other ? day : other
}
