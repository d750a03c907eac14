import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** The columns of the user table, or of an alias of it, that say whether the user is suspended. */
interface BanColumns {
  banned: PgColumn
  banExpires: PgColumn
}

/** The condition that a user is suspended now. Triggers and `getSession` apply the same rule. */
export const isBanned = ({ banned, banExpires }: BanColumns): SQL<boolean> =>
  sql<boolean>`(${banned} IS TRUE AND (${banExpires} IS NULL OR ${banExpires} > now()))`
