import postgres from 'postgres'
import type { Product } from '../servers/product'
import { sessionCookie } from './session-cookie'

/** A signed-in member of one organization. */
export interface Person {
  email: string
  cookie: string
  organization: string
  role: 'owner' | 'editor'
}

const ORGANIZATIONS = 200
const MEMBERS = 10
const TASKS = 60

/**
 * Adds 2,000 signed-in people. Each request comes from the next person, because each can create only 60 tasks a minute.
 * Every organization has ten people, and the first is its owner.
 */
export async function seedCrowd({ databaseUrl, secret }: Product): Promise<Person[]> {
  const people = ORGANIZATIONS * MEMBERS
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  await sql.begin(async (sql) => {
    await sql`SELECT set_config('app.action', 'seed', true)`
    await sql`
      INSERT INTO "user" (id, name, email, email_verified)
      SELECT md5('crowd user ' || n)::uuid, 'Person ' || n, 'person-' || n || '@bench.test', true
      FROM generate_series(1, ${people}::int) AS n`
    await sql`
      INSERT INTO session (user_id, token, expires_at)
      SELECT md5('crowd user ' || n)::uuid, 'crowd-session-' || n, now() + interval '1 day'
      FROM generate_series(1, ${people}::int) AS n`
    await sql`
      INSERT INTO organization (id, name, slug)
      SELECT md5('crowd organization ' || n)::uuid, 'Crowd ' || n, 'crowd-' || n
      FROM generate_series(1, ${ORGANIZATIONS}::int) AS n`
    await sql`
      INSERT INTO member (organization_id, user_id, role)
      SELECT md5('crowd organization ' || (n - 1) / ${MEMBERS}::int + 1)::uuid, md5('crowd user ' || n)::uuid,
        CASE WHEN n % ${MEMBERS}::int = 1 THEN 'owner' ELSE 'editor' END
      FROM generate_series(1, ${people}::int) AS n`
    await sql`
      INSERT INTO task (organization_id, title, description, status, priority, created_by, assignee_id, due_date)
      SELECT md5('crowd organization ' || o)::uuid, 'Bench task ' || n, 'Seeded for the bench.',
        (ARRAY['backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled'])[n % 6 + 1], n % 4 + 1,
        md5('crowd user ' || (o - 1) * ${MEMBERS}::int + 1)::uuid,
        CASE WHEN n % 3 > 0 THEN md5('crowd user ' || (o - 1) * ${MEMBERS}::int + n % ${MEMBERS}::int + 1)::uuid END,
        CASE WHEN n % 2 > 0 THEN date '2031-01-01' + n END
      FROM generate_series(1, ${ORGANIZATIONS}::int) AS o, generate_series(1, ${TASKS}::int) AS n`
  })
  await sql`ANALYZE`
  await sql.end()
  return Array.from({ length: people }, (_, index) => ({
    email: `person-${index + 1}@bench.test`,
    cookie: sessionCookie(`crowd-session-${index + 1}`, secret),
    organization: `crowd-${Math.floor(index / MEMBERS) + 1}`,
    role: index % MEMBERS === 0 ? 'owner' : 'editor',
  }))
}
