import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** The columns of a user, or of an alias of it, that say whether they are suspended. */
interface BanColumns {
  banned: PgColumn
  banExpires: PgColumn
}

/** The condition that a user is suspended now. Triggers and `getSession` say the same. */
export const isBanned = ({ banned, banExpires }: BanColumns): SQL<boolean> =>
  sql<boolean>`(${banned} IS TRUE AND (${banExpires} IS NULL OR ${banExpires} > now()))`
