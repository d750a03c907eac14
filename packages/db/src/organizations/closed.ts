import { sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'

/** The columns of the organization table, or of a subquery of it, that say whether members can change it. */
interface ClosingColumns {
  suspendedAt: SQLWrapper
  deletedFrom: SQLWrapper
}

/** Why an organization can only be read. */
export interface Closure {
  /** Set if it is suspended. */
  suspendedBecause: string | null
  /** Set if it is going to be deleted. */
  deletedFrom: Date | null
}

/** The condition that an organization can be read but not changed. A trigger applies the same rule. */
export const isClosed = ({ suspendedAt, deletedFrom }: ClosingColumns): SQL<boolean> =>
  sql<boolean>`(${suspendedAt} IS NOT NULL OR ${deletedFrom} IS NOT NULL)`
