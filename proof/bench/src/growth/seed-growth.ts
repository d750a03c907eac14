import postgres from 'postgres'
import type { Product } from '../servers/product'
import { sessionCookie } from '../people/session-cookie'

export interface Growth {
  small: GrownOrganization
  large: GrownOrganization
  /** A member of the large organization and the small one. */
  reader: string
  /** A member of the small organization and 199 others. */
  joiner: string
}

export interface GrownOrganization {
  slug: string
  /** The cursor of a task in the middle of the list. */
  cursor: string
  /** The title of the task after it. */
  afterCursor: string
  /** Someone who has tasks. */
  assignee: string
}

/** A word in the description of one task per organization. */
export const RARE_WORD = 'zyzzyva'

/** With more members than a page shows, so both organizations' pages are full. */
const SMALL = { slug: 'growth-small', tasks: 1000, members: 30 }
const LARGE = { slug: 'growth-large', tasks: 1_000_000, members: 5000 }
const JOINED = 200

/** Adds an organization with 1,000 tasks and 30 members, one with 1,000,000 and 5,000, and someone in 200 organizations. */
export async function seedGrowth({ databaseUrl, secret }: Product): Promise<Growth> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  await sql`SELECT set_config('app.action', 'seed', false)`
  await addPeople(sql)
  await addOrganizations(sql)
  // Without triggers, because each row would add an audit event.
  await sql`SET session_replication_role = replica`
  for (const each of [SMALL, LARGE]) {
    await addMembers(sql, each)
    await addTasks(sql, each)
  }
  await joinAll(sql)
  await sql`RESET session_replication_role`
  await sql`VACUUM ANALYZE`
  const growth = {
    small: await organizationOf(sql, SMALL),
    large: await organizationOf(sql, LARGE),
    reader: sessionCookie('growth-session-1', secret),
    joiner: sessionCookie('growth-session-2', secret),
  }
  await sql.end()
  return growth
}

async function addPeople(sql: postgres.Sql): Promise<void> {
  await sql`
    INSERT INTO "user" (id, name, email, email_verified)
    SELECT md5('growth user ' || n)::uuid, 'Grown ' || n, 'grown-' || n || '@bench.test', true
    FROM generate_series(1, ${LARGE.members}::int) AS n`
  await sql`
    INSERT INTO session (user_id, token, expires_at)
    SELECT md5('growth user ' || n)::uuid, 'growth-session-' || n, now() + interval '1 day'
    FROM generate_series(1, 2) AS n`
}

async function addOrganizations(sql: postgres.Sql): Promise<void> {
  const slugs = [
    SMALL.slug,
    LARGE.slug,
    ...Array.from({ length: JOINED - 1 }, (_, n) => `growth-joined-${n}`),
  ]
  await sql`
    INSERT INTO organization (id, name, slug)
    SELECT md5('organization ' || slug)::uuid, slug, slug FROM unnest(${slugs}::text[]) AS slug`
}

async function addMembers(sql: postgres.Sql, { slug, members }: typeof SMALL): Promise<void> {
  await sql`
    INSERT INTO member (organization_id, user_id, role, created_at)
    SELECT md5('organization ' || ${slug}::text)::uuid, md5('growth user ' || n)::uuid,
      CASE WHEN n = 1 THEN 'owner' ELSE 'editor' END, now() - n * interval '1 minute'
    FROM generate_series(1, ${members}::int) AS n`
}

async function joinAll(sql: postgres.Sql): Promise<void> {
  await sql`
    INSERT INTO member (organization_id, user_id, role)
    SELECT id, md5('growth user 2')::uuid, 'owner' FROM organization WHERE slug LIKE 'growth-joined-%'`
  await sql`
    DELETE FROM member WHERE user_id = md5('growth user 2')::uuid
      AND organization_id = md5('organization ' || ${LARGE.slug}::text)::uuid`
}

const WORDS =
  'invoice gate fence review release budget report customer server garden window bridge letter market signal harbor ' +
  'pencil summer winter travel kitchen library picture station village engine planet forest mirror basket candle ' +
  'driver farmer singer writer doctor lawyer tailor'

/** One in 500 tasks is canceled, and the other statuses are equally common. Two in three tasks have an assignee. */
async function addTasks(sql: postgres.Sql, { slug, tasks, members }: typeof SMALL): Promise<void> {
  await sql`
    INSERT INTO task (organization_id, title, description, status, priority, created_by, assignee_id, due_date,
      created_at, updated_at)
    SELECT md5('organization ' || ${slug}::text)::uuid,
      concat_ws(' ', words[1 + n * 7 % 38], words[1 + n * 11 % 37], n),
      concat_ws(' ', words[1 + n * 13 % 38], words[1 + n * 17 % 36], words[1 + n * 19 % 35], words[1 + n * 23 % 34],
        CASE WHEN n = ${tasks / 2}::int THEN ${RARE_WORD}::text END),
      CASE WHEN n % 500 = 0 THEN 'cancelled'
        ELSE (ARRAY['backlog', 'todo', 'in_progress', 'in_review', 'done'])[n % 5 + 1] END,
      n / 5 % 4 + 1, md5('growth user 1')::uuid,
      CASE WHEN n % 3 > 0 THEN md5('growth user ' || 1 + n % ${members}::int)::uuid END,
      CASE WHEN n % 2 > 0 THEN date '2031-01-01' + (n % 365)::int END,
      now() - n * interval '20 seconds', now() - (n * 7919 % ${tasks}::int) * interval '20 seconds'
    FROM generate_series(1, ${tasks}::bigint) AS n, string_to_array(${WORDS}::text, ' ') AS words`
}

async function organizationOf(sql: postgres.Sql, { slug, tasks }: typeof SMALL): Promise<GrownOrganization> {
  const [middle, next] = await sql<{ id: string; organizationId: string; createdAt: Date; title: string }[]>`
    SELECT id, organization_id AS "organizationId", created_at AS "createdAt", title
    FROM task WHERE organization_id = md5('organization ' || ${slug}::text)::uuid
    ORDER BY created_at DESC, id DESC OFFSET ${tasks / 2} LIMIT 2`
  const [assignee] = await sql<{ id: string }[]>`SELECT md5('growth user 3')::uuid AS id`
  if (!middle || !next || !assignee) throw new Error(`${slug} has no tasks.`)
  const cursor = [middle.organizationId, 'newest', 'after', middle.createdAt.toISOString(), middle.id].join(
    '_',
  )
  return { slug, assignee: assignee.id, cursor, afterCursor: next.title }
}
