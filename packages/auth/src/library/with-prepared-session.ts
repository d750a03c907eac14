import { readSession } from '@kit/db/accounts/read-session'
import type { drizzleAdapter } from 'better-auth/adapters/drizzle'

type CreateAdapter = ReturnType<typeof drizzleAdapter>
type Query = Parameters<ReturnType<CreateAdapter>['findOne']>[0]

/**
 * Uses a prepared statement for what every request reads: a session with its user. Better Auth would build the statement each
 * time.
 */
export function withPreparedSession(create: CreateAdapter): CreateAdapter {
  return (options) => {
    const adapter = create(options)
    return {
      ...adapter,
      async findOne<T>(query: Query): Promise<T | null> {
        const token = sessionTokenOf(query)
        if (token === undefined) return adapter.findOne<T>(query)
        const found = await readSession(token)
        if (!found) return null
        const { session, user, impersonation, person, ...more } = found
        // Better Auth passes on fields that it doesn't know about. During an impersonation, the user is still the one who
        // signed in.
        const added = { ...more, impersonation: impersonation && { ...impersonation, person } }
        return { ...session, user: { ...user, ...added } } as T
      },
    }
  }
}

/** The token, if this is exactly the query for a session with its user. */
function sessionTokenOf({ model, where, select, join }: Query): string | undefined {
  const [condition] = where
  const isAsked =
    model === 'session' &&
    where.length === 1 &&
    condition?.field === 'token' &&
    (condition.operator ?? 'eq') === 'eq' &&
    (condition.mode ?? 'sensitive') === 'sensitive' &&
    select === undefined &&
    join?.user === true
  return isAsked && typeof condition.value === 'string' ? condition.value : undefined
}
