import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { session, user } from '../accounts/table'
import { createdAt, instant } from '../schema/columns'
import { appRows } from '../schema/policies'

const userId = () => uuid().references(() => user.id, { onDelete: 'cascade' })

/** A user's authenticator app. Until it is confirmed, it belongs to the session that set it up and ends with it. */
export const twoFactor = pgTable(
  'two_factor',
  {
    userId: userId().primaryKey(),
    sealedSecret: text().notNull(),
    /** The latest time step whose code was used. A code works only if its step is later. */
    lastStep: integer().notNull().default(0),
    enabledAt: instant(),
    setUpSession: uuid().references(() => session.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [
    index('two_factor_set_up_session').on(table.setUpSession),
    check('two_factor_enabled_once', sql`(${table.enabledAt} IS NULL) = (${table.setUpSession} IS NOT NULL)`),
    check('two_factor_lengths', sql`length(${table.sealedSecret}) BETWEEN 1 AND 500`),
    appRows('two_factor_of_app'),
  ],
)

/** An unused backup code, as a keyed hash. */
export const backupCode = pgTable(
  'backup_code',
  {
    userId: userId().notNull(),
    codeHash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.codeHash] }),
    check('backup_code_length', sql`length(${table.codeHash}) BETWEEN 16 AND 64`),
    appRows('backup_code_of_app'),
  ],
)

/** A sign-in that still needs its code. */
export const signInChallenge = pgTable(
  'sign_in_challenge',
  {
    /** The hash of the token in the browser's cookie. */
    tokenHash: text().primaryKey(),
    userId: userId().notNull(),
    attempts: smallint().notNull().default(0),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('sign_in_challenge_user').on(table.userId),
    index('sign_in_challenge_expired').on(table.expiresAt),
    check('sign_in_challenge_length', sql`length(${table.tokenHash}) BETWEEN 16 AND 64`),
    check('sign_in_challenge_attempts', sql`${table.attempts} BETWEEN 0 AND 5`),
    appRows('sign_in_challenge_of_app'),
  ],
)
