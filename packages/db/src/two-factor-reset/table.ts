import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { user } from '../accounts/table'
import { createdAt, instant } from '../schema/columns'
import { appRows } from '../schema/policies'
import { twoFactor } from '../two-factor/table'

/**
 * A super-admin's request to reset someone's two-factor authentication, which another super-admin confirms. It is deleted with
 * the two-factor authentication that it is about, so it can't be used for one that is set up later.
 */
export const twoFactorReset = pgTable(
  'two_factor_reset',
  {
    userId: uuid()
      .primaryKey()
      .references(() => twoFactor.userId, { onDelete: 'cascade' }),
    requestedBy: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    reason: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('two_factor_reset_requested_by').on(table.requestedBy),
    check('two_factor_reset_of_another', sql`${table.userId} <> ${table.requestedBy}`),
    check('two_factor_reset_reason_length', sql`length(${table.reason}) BETWEEN 1 AND 500`),
    check(
      'two_factor_reset_time',
      sql`${table.expiresAt} > ${table.createdAt} AND ${table.expiresAt} <= ${table.createdAt} + interval '24 hours'`,
    ),
    appRows('two_factor_reset_of_app'),
  ],
)
