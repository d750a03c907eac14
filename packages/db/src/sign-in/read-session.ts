import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '../connection/client'
import type { Database } from '../connection/client'
import { impersonation } from '../impersonation/table'
import { hasTwoFactorOn } from '../two-factor/has-two-factor'
import { hasPasskey } from '../passkeys/has-passkey'
import { hasPasswordSet } from './linked-accounts'
import { session, user } from '../accounts/table'

const statements = new WeakMap<Database, ReturnType<typeof prepare>>()

/** The person that the session acts as. */
const person = alias(user, 'person')

function prepare(db: Database) {
  const shown = sql`coalesce(${person.id}, ${user.id})`
  return db
    .select({
      session,
      user,
      impersonation: { mode: impersonation.mode, expiresAt: impersonation.expiresAt },
      person,
      twoFactor: hasTwoFactorOn(shown),
      hasPassword: hasPasswordSet(shown),
      hasPasskey: hasPasskey(shown),
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .leftJoin(impersonation, eq(impersonation.sessionId, session.id))
    .leftJoin(person, eq(person.id, impersonation.personId))
    .where(eq(session.token, sql.placeholder('token')))
    .prepare('read_session')
}

/**
 * Returns the session with this token, its user and the person that it acts as, even if the session has expired, the user is
 * banned or the impersonation has ended. `twoFactor` and the following columns are about that person, if there is one. Every
 * request runs this statement, so it is built once for each pool.
 */
export async function readSession(token: string) {
  const db = database()
  const statement = statements.get(db) ?? prepare(db)
  statements.set(db, statement)
  const [found] = await statement.execute({ token })
  return found
}
