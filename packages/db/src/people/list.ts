import { and, desc, not, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { isBanned } from '../accounts/ban'
import { session, user } from '../accounts/table'
import { database } from '../connection/client'
import { member } from '../members/table'
import { encodePosition, olderThan } from '../query/position'
import { matchesPerson } from './search'
import type { PersonStatus } from './values'

export interface PersonRow {
  id: string
  name: string
  email: string
  /** The version of their picture. */
  image: string | null
  emailVerified: boolean
  /** As stored. */
  role: string | null
  suspended: boolean
  organizations: number
  createdAt: Date
  /** Null if they aren't signed in anywhere. */
  lastSeenAt: Date | null
}

export interface PersonQuery {
  /** Beginnings of words in the name, the email or an organization's name. */
  search?: string
  status?: PersonStatus
  /** From a `PersonPage`. Any other text gives the first page. */
  cursor?: string
  /** People on a page, 1 to 100. */
  limit: number
}

export interface PersonPage {
  people: PersonRow[]
  nextCursor: string | null
}

// Drizzle would write the column without its table, and the subquery's own `id` would be used instead.
const outer = sql.raw('"user".id')

/** The same conditions as the table's partial indexes. */
const conditions: Record<PersonStatus, SQL> = {
  suspended: sql`${user.banned} AND ${isBanned(user)}`,
  unverified: not(user.emailVerified),
  staff: sql`${user.role} <> 'user'`,
}

/** Returns a page of everyone with an account, newest first. The caller must have checked that the user is a super-admin. */
export async function listPeople({ search, status, cursor, limit }: PersonQuery): Promise<PersonPage> {
  const shown = Math.min(Math.max(Math.trunc(limit) || 1, 1), 100)
  const rows = await database()
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      image: user.image,
      emailVerified: user.emailVerified,
      role: user.role,
      suspended: isBanned(user),
      organizations: sql<number>`(SELECT count(*)::int FROM ${member} WHERE ${member.userId} = ${outer})`,
      createdAt: user.createdAt,
      lastSeenAt:
        sql<Date | null>`(SELECT max(${session.lastSeenAt}) FROM ${session} WHERE ${session.userId} = ${outer})`.mapWith(
          session.lastSeenAt,
        ),
    })
    .from(user)
    .where(
      and(
        status && conditions[status],
        search ? matchesPerson(search) : undefined,
        olderThan(cursor, sql`${user.createdAt}`, sql`${user.id}`),
      ),
    )
    .orderBy(desc(user.createdAt), desc(user.id))
    .limit(shown + 1)
  const people = rows.slice(0, shown)
  const last = people.at(-1)
  return {
    people,
    nextCursor:
      rows.length > shown && last ? encodePosition({ at: last.createdAt.toISOString(), id: last.id }) : null,
  }
}
