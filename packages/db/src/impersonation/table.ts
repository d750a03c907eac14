import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { session, user } from '../accounts/table'
import { createdAt, instant } from '../schema/columns'
import { appRows } from '../schema/policies'
import { impersonationModes } from './values'

/**
 * Whose eyes a super-admin's or support's session sees with. It belongs to that session and ends with it, so nobody holds a
 * second token. A row that is no longer in force stays until the admin stops it, and until then the session is nobody's.
 */
export const impersonation = pgTable(
  'impersonation',
  {
    sessionId: uuid()
      .primaryKey()
      .references(() => session.id, { onDelete: 'cascade' }),
    /** Null once the account is deleted. The row stays, so that the session doesn't become the admin's again unnoticed. */
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
