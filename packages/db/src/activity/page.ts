import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { organization } from '../organizations/table'

/** Maximum rows in one page or export. */
export const MOST_ROWS = 1000

/** How many events fell into one time step. */
export interface StepCount {
  /** Start of the step, in epoch seconds. */
  from: number
  count: number
}

export interface CountedPeriod {
  since: Date
  until: Date
  /** The length of a time step. */
  stepSeconds: number
}

export const clampedRows = (limit: number): number => Math.min(Math.max(Math.trunc(limit) || 1, 1), MOST_ROWS)

/** The start of the step that an instant falls into, in epoch seconds. */
export function startOfStep(instant: SQL, { since, stepSeconds }: CountedPeriod): SQL {
  const start = Math.floor(since.getTime() / 1000)
  return sql`floor((extract(epoch FROM ${instant}) - ${start}::int) / ${stepSeconds}) * ${stepSeconds} + ${start}::int`
}

/** The condition that a row belongs to the organization with this slug. */
export const inOrganization = (organizationId: SQL, slug: string): SQL =>
  sql`${organizationId} = (SELECT ${organization.id} FROM ${organization} WHERE ${organization.slug} = ${slug})`

/** Records in the same statement that the selected rows leave the app. */
export const exported = (what: 'changes' | 'refusals'): SQL => sql`, record_export(${what})`
