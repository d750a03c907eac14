import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { user } from '../accounts/table'
import { createdAt, id, instant } from '../schema/columns'
import { appRows } from '../schema/policies'
import { lineCheck } from '../schema/text-checks'

/** A passkey of a user. Stores only the public key, which is not a secret. */
export const passkey = pgTable(
  'passkey',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** The credential's ID, in base64url. */
    credentialId: text().notNull(),
    /** COSE key in base64url. */
    publicKey: text().notNull(),
    /** The authenticator's count of uses. Always 0 for authenticators that don't count. */
    counter: bigint({ mode: 'number' }).notNull(),
    name: text().notNull(),
    lastUsedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('passkey_credential').on(table.credentialId),
    index('passkey_user').on(table.userId),
    check('passkey_credential_length', sql`length(${table.credentialId}) BETWEEN 16 AND 1364`),
    check('passkey_key_length', sql`length(${table.publicKey}) BETWEEN 16 AND 4096`),
    check('passkey_counter', sql`${table.counter} BETWEEN 0 AND 4294967295`),
    check('passkey_name_length', sql`length(${table.name}) BETWEEN 1 AND 60`),
    check('passkey_name_line', lineCheck(table.name)),
    appRows('passkey_of_app'),
  ],
)

/** A challenge that was answered. Unanswered challenges leave no row. */
export const answeredChallenge = pgTable(
  'answered_challenge',
  {
    id: text().primaryKey(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    index('answered_challenge_expired').on(table.expiresAt),
    check('answered_challenge_length', sql`length(${table.id}) BETWEEN 16 AND 64`),
    appRows('answered_challenge_of_app'),
  ],
)
