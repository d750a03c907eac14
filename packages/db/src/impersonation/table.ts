import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { session, user } from '../accounts/table'
import { createdAt, instant } from '../schema/columns'
import { appRows } from '../schema/policies'
import { impersonationModes } from './values'

/**
 * The person that a super-admin's or support's session acts as. The row belongs to that session and is deleted with it, so
 * there is no second token. A row that is no longer in force stays until the admin stops it, and until then the session acts
 * for no one.
 */
export const impersonation = pgTable(
  'impersonation',
  {
    sessionId: uuid()
      .primaryKey()
      .references(() => session.id, { onDelete: 'cascade' }),
    /** Null once the account is deleted. The row stays, so the session doesn't silently become the admin's again. */
    personId: uuid().references(() => user.id, { onDelete: 'set null' }),
    mode: text({ enum: impersonationModes }).notNull(),
    reason: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('impersonation_person').on(table.personId),
    check('impersonation_mode_known', sql`${table.mode} IN ('read-only', 'read-write')`),
    check('impersonation_reason_length', sql`length(${table.reason}) BETWEEN 1 AND 500`),
    check(
      'impersonation_time',
      sql`${table.expiresAt} > ${table.createdAt} AND ${table.expiresAt} <= ${table.createdAt} + interval '60 minutes'`,
    ),
    appRows('impersonation_of_app'),
  ],
)
