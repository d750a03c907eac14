import { createHmac } from 'node:crypto'
import { connectOnce } from '@kit/db/connection/connect'

/** A signed-in editor. */
export interface Person {
  cookie: string
  organization: string
}

const ORGANIZATIONS = 40
const MEMBERS = 10

/** Adds signed-in people to a migrated database. Many, because each can create only 60 tasks a minute. */
export async function addPeople(adminUrl: string, secret: string): Promise<Person[]> {
  const people = ORGANIZATIONS * MEMBERS
  await connectOnce(adminUrl, (client) =>
    client.begin(async (sql) => {
      await sql`SELECT set_config('app.action', 'seed', true)`
      await sql`
        INSERT INTO "user" (id, name, email, email_verified, created_at)
        SELECT md5('user ' || n)::uuid, 'Person ' || n, 'person-' || n || '@faults.test', true, now() - interval '1 year'
        FROM generate_series(1, ${people}::int) AS n`
      await sql`
        INSERT INTO session (user_id, token, expires_at)
        SELECT md5('user ' || n)::uuid, 'session-' || n, now() + interval '1 day' FROM generate_series(1, ${people}::int) AS n`
      await sql`
        INSERT INTO organization (id, name, slug)
        SELECT md5('organization ' || n)::uuid, 'Organization ' || n, 'faults-' || n
        FROM generate_series(1, ${ORGANIZATIONS}::int) AS n`
      await sql`
        INSERT INTO member (organization_id, user_id, role)
        SELECT md5('organization ' || (n - 1) % ${ORGANIZATIONS}::int + 1)::uuid, md5('user ' || n)::uuid,
          CASE WHEN n <= ${ORGANIZATIONS}::int THEN 'owner' ELSE 'editor' END
        FROM generate_series(1, ${people}::int) AS n`
    }),
  )
  return Array.from({ length: people }, (_, index) => ({
    cookie: sessionCookie(`session-${index + 1}`, secret),
    organization: `faults-${(index % ORGANIZATIONS) + 1}`,
  }))
}

/** Signed like Better Auth's. Over plain HTTP its name has no prefix. */
function sessionCookie(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `gatehouse.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}
