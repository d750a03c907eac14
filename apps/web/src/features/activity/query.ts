import { z } from 'zod'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { securityEventKinds } from '@kit/db/activity/security-event-values'

import { addDays, dayIn, startOfDay } from '@/lib/dates/calendar'

export type SearchParams = Record<string, string | string[] | undefined>

/** How many days refused requests are kept. Older ones are hidden, even before they are deleted. */
export const KEPT_DAYS = 90

/** How many days are shown when no dates are chosen. */
const DEFAULT_DAYS = 14

const HOUR = 3600

function startOfHour(hour: string): number {
  return Date.parse(`${hour}:00:00.000Z`)
}

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
  /** An admin who acted as someone else. */
  impersonator: z.uuid().optional().catch(undefined),
  /** A network as shown to admins. Organizations see only parts of one, so they can't filter by it. */
  network: z
    .string()
    .max(64)
    .regex(/^[0-9a-fA-F.:/]+$/)
    .optional()
    .catch(undefined),
  /** A slug, for admins. */
  in: organizationSlugSchema.optional().catch(undefined),
  since: day,
  until: day,
  /** One hour in UTC, as `2026-11-29T15`. It takes precedence over the days. */
  hour: z
    .string()
    .regex(/^20\d\d-\d\d-\d\dT\d\d$/)
    .refine((hour) => !Number.isNaN(startOfHour(hour)))
    .optional()
    .catch(undefined),
  cursor: z.string().max(128).optional().catch(undefined),
})

export type ActivityQueryDto = z.infer<typeof activityQuerySchema>

type Period = Partial<Pick<ActivityQueryDto, 'since' | 'until' | 'hour'>>

function hourOf(hour: string) {
  const start = startOfHour(hour)
  return { since: new Date(start), until: new Date(start + HOUR * 1000) }
}

/** The days of a query as instants, both inclusive, in the user's time zone. A missing day sets no bound. */
export function boundsOf({ since, until, hour }: Period, timeZone: string) {
  if (hour) return hourOf(hour)
  return {
    ...(since && { since: startOfDay(since, timeZone) }),
    ...(until && { until: startOfDay(addDays(until, 1), timeZone) }),
  }
}

/** The period events are counted over, in steps of an hour or a day that start at local midnight, or of five minutes. */
export function rangeOf(query: Period, timeZone: string, now = new Date()) {
  if (query.hour) return { ...hourOf(query.hour), stepSeconds: HOUR / 12 }
  const tomorrow = addDays(dayIn(timeZone, now), 1)
  const until = earlier(query.until ? addDays(query.until, 1) : tomorrow, tomorrow)
  const oldest = addDays(tomorrow, -KEPT_DAYS)
  const wanted = query.since ?? addDays(until, -DEFAULT_DAYS)
  const since = earlier(wanted > oldest ? wanted : oldest, until)
  return {
    since: startOfDay(since, timeZone),
    until: startOfDay(until, timeZone),
    stepSeconds: addDays(since, 2) >= until ? HOUR : 24 * HOUR,
  }
}

/** ISO days sort as text. */
function earlier(day: string, other: string): string {
  return day < other ? day : other
}
