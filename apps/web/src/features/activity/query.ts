import { z } from 'zod'

import { securityEventKinds } from '@kit/db/activity/security-event-values'

export type SearchParams = Record<string, string | string[] | undefined>

const DAY = 86_400_000

/** How long refusals are kept, in days; what is older is not shown, though it may not be swept yet. */
export const KEPT_DAYS = 90

/** How far back the refusals go when nobody says otherwise. */
const USUAL_DAYS = 14

/** A day that dates can be reckoned from without leaving what Postgres holds. */
const day = z.iso
  .date()
  .refine((value) => value >= '2000-01-01' && value <= '2199-12-31')
  .optional()
  .catch(undefined)

/** Anything the address bar may hold; what makes no sense is left out, since nobody typed it on purpose. */
export const activityQuerySchema = z.object({
  view: z.enum(['done', 'refused']).catch('done'),
  kind: z.enum(securityEventKinds).optional().catch(undefined),
  about: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
  actor: z.uuid().or(z.literal('nobody')).optional().catch(undefined),
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

/** The days of a query as moments; both are within. Without them there is no bound. */
export function boundsOf({ since, until }: Pick<ActivityQueryDto, 'since' | 'until'>) {
  return {
    ...(since && { since: startOf(since) }),
    ...(until && { until: new Date(startOf(until).getTime() + DAY) }),
  }
}

/** The stretch of time that refusals are counted over, in steps of an hour or of a day. */
export function rangeOf(query: Pick<ActivityQueryDto, 'since' | 'until'>, now = new Date()) {
  const bounds = boundsOf(query)
  const tomorrow = startOf(now.toISOString().slice(0, 10)).getTime() + DAY
  const until = Math.min(bounds.until?.getTime() ?? tomorrow, tomorrow)
  const since = Math.max(bounds.since?.getTime() ?? until - USUAL_DAYS * DAY, tomorrow - KEPT_DAYS * DAY)
  return {
    since: new Date(Math.min(since, until)),
    until: new Date(until),
    stepSeconds: until - since <= 2 * DAY ? 3600 : 86_400,
  }
}

function startOf(isoDay: string): Date {
  return new Date(`${isoDay}T00:00:00.000Z`)
}
