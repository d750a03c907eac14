import type { Person } from '../app/people'
import { parseSessionCookie } from '../app/sessions'
import type { Arena } from './arena'

export interface Impersonated {
  mode: 'read-only' | 'read-write'
  /** How long ago it began. It lasts an hour. */
  minutes?: number
  /** What changes after that. */
  change?: 'person deleted' | { who: 'admin' | 'person'; column: 'role' | 'banned'; value: string | boolean }
}

/** Makes the admin's session act as the person. */
export async function impersonate(
  arena: Arena,
  { admin, person, mode, minutes = 0, change }: Impersonated & { admin: Person; person: Person },
): Promise<void> {
  const { sql } = arena.database
  const { token } = parseSessionCookie(arena.session(admin).cookie)
  await sql`
    INSERT INTO impersonation (session_id, person_id, mode, reason, created_at, expires_at)
    SELECT id, ${arena.userId(person)}, ${mode}, 'An attack', began, began + interval '60 minutes'
    FROM session, LATERAL (SELECT now() - make_interval(mins => ${minutes}) AS began) WHERE token = ${token}`
  if (change === 'person deleted')
    await arena.besideAnotherOwner((run) => run`DELETE FROM "user" WHERE id = ${arena.userId(person)}`)
  else if (change)
    await sql`UPDATE "user" SET ${sql({ [change.column]: change.value })}
      WHERE id = ${arena.userId(change.who === 'admin' ? admin : person)}`
}
