import { eq, sql } from 'drizzle-orm'
import { database } from '../connection/client'
import type { Database } from '../connection/client'
import { hasTwoFactorOn } from '../two-factor/has-two-factor'
import { hasPasskey } from '../passkeys/has-passkey'
import { hasPasswordSet } from './linked-accounts'
import { session, user } from './table'

const statements = new WeakMap<Database, ReturnType<typeof prepare>>()

function prepare(db: Database) {
  return db
    .select({
      session,
      user,
      twoFactor: hasTwoFactorOn(user.id),
      hasPassword: hasPasswordSet(user.id),
      hasPasskey: hasPasskey(user.id),
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(eq(session.token, sql.placeholder('token')))
    .prepare('read_session')
}

/**
 * Returns the session with this token and its user, also when it has expired or the user is banned. Every request asks, so
 * the statement is built once for each pool.
 */
export async function readSession(token: string) {
  const db = database()
  const statement = statements.get(db) ?? prepare(db)
  statements.set(db, statement)
  const [found] = await statement.execute({ token })
  return found
}
