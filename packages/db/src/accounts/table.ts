import { relations, sql } from 'drizzle-orm'
import { boolean, check, index, pgPolicy, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, updatedAt } from '../schema/columns'
import { tenantRole } from '../schema/database-roles'
import { appRows, ownerInTrigger } from '../schema/policies'
import { lineCheck } from '../schema/text-checks'

export const user = pgTable(
  'user',
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: boolean().notNull().default(false),
    /** The version of the row in `avatar`, which is part of its URL. Null without one. */
    image: text(),
    role: text().default('user'),
    banned: boolean().default(false),
    banReason: text(),
    banExpires: instant(),
    /** The format of dates and numbers, and the time zone. Null means the browser's setting. */
    locale: text(),
    timeZone: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index('user_by_age').on(table.createdAt, table.id),
    index('user_suspended')
      .on(table.createdAt, table.id)
      .where(sql`banned`),
    index('user_unverified')
      .on(table.createdAt, table.id)
      .where(sql`NOT email_verified`),
    index('user_staff')
      .on(table.createdAt, table.id)
      .where(sql`role <> 'user'`),
    // Must match the expression in `wordsIn`.
    index('user_words').using(
      'gin',
      sql`to_tsvector('simple'::regconfig, regexp_replace(name || ' ' || email, '[[:punct:][:space:]]+', ' ', 'g'))`,
    ),
    check('user_name_length', sql`length(${table.name}) BETWEEN 1 AND 100`),
    check('user_name_line', lineCheck(table.name)),
    check('user_email_lower', sql`${table.email} = lower(${table.email}) AND length(${table.email}) <= 254`),
    check('user_image_length', sql`length(${table.image}) = 16`),
    check(
      'user_preferences_length',
      sql`length(${table.locale}) BETWEEN 2 AND 35 AND length(${table.timeZone}) BETWEEN 1 AND 64`,
    ),
    appRows('user_of_app'),
    pgPolicy('user_of_tenant', {
      to: tenantRole,
      for: 'select',
      using: sql`EXISTS (SELECT FROM member WHERE user_id = "user".id AND organization_id = tenant_organization_id())`,
    }),
    // For `keep_an_owner`, which doesn't count suspended owners.
    ownerInTrigger('user_in_trigger', 'select'),
  ],
)

const userId = () =>
  uuid()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })

export const session = pgTable(
  'session',
  {
    id: id(),
    userId: userId(),
    token: text().notNull().unique(),
    expiresAt: instant().notNull(),
    /** Masked: only the network that the session began in. */
    ipAddress: text(),
    userAgent: text(),
    /** Written at most every few minutes. */
    lastSeenAt: instant().notNull().defaultNow(),
    impersonatedBy: uuid(),
    /** When the password was last confirmed in this session; null for a session that began without one. */
    confirmedAt: instant('proved_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('session_user').on(table.userId)],
)

/** A browser that a user has signed in with. The browser keeps a random ID in a cookie; only its hash is stored. */
export const knownBrowser = pgTable(
  'known_browser',
  { id: id(), userId: userId(), hash: text().notNull(), createdAt: createdAt() },
  (table) => [
    unique('known_browser_once').on(table.userId, table.hash),
    check('known_browser_hash_length', sql`length(${table.hash}) = 43`),
  ],
)

export const account = pgTable(
  'account',
  {
    id: id(),
    userId: userId(),
    providerId: text().notNull(),
    accountId: text().notNull(),
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index('account_user').on(table.userId),
    unique('account_of_provider').on(table.providerId, table.accountId),
  ],
)

export const verification = pgTable(
  'verification',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
)

// Better Auth joins by these names: singular for one row, plural for many.

export const userRelations = relations(user, ({ many }) => ({
  sessions: many(session),
  accounts: many(account),
}))

export const sessionRelations = relations(session, ({ one }) => ({
  user: one(user, { fields: [session.userId], references: [user.id] }),
}))

export const accountRelations = relations(account, ({ one }) => ({
  user: one(user, { fields: [account.userId], references: [user.id] }),
}))
