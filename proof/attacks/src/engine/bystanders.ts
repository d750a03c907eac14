import { bystanders, closedOrganization } from '../app/people'
import type { Database } from '../state/database'

/** Adds a suspended account and a second super-admin, both without a password, and an organization that is closed in both ways. */
export async function addBystanders({ sql }: Database): Promise<void> {
  await sql`
    INSERT INTO "user" (name, email, email_verified, role, banned, ban_reason)
    VALUES ('Suspended', ${bystanders.suspended}, true, 'user', true, 'Spam'),
      ('Second Root', ${bystanders.superAdmin}, true, 'super-admin', false, NULL)`
  await sql`
    INSERT INTO organization (name, slug, suspended_at, suspended_because, deleted_from)
    VALUES ('Closed Works', ${closedOrganization}, now(), 'Spam', now() + interval '30 days')`
}

/** Adds someone with two-factor authentication and a session, whose reset the second super-admin requested. */
export async function addLockedOut({ sql }: Database): Promise<void> {
  const [person] = await sql<{ id: string }[]>`
    INSERT INTO "user" (name, email, email_verified) VALUES ('Locked Out', ${bystanders.lockedOut}, true) RETURNING id`
  const id = person?.id ?? ''
  await sql`INSERT INTO session (user_id, token, expires_at) VALUES (${id}, ${crypto.randomUUID()}, now() + interval '1 day')`
  await sql`INSERT INTO two_factor (user_id, sealed_secret, enabled_at) VALUES (${id}, 'sealed', now())`
  await sql`INSERT INTO backup_code (user_id, code_hash) VALUES (${id}, 'a-hash-of-16-or-more')`
  await sql`INSERT INTO two_factor_reset (user_id, requested_by, reason, expires_at)
    SELECT ${id}, id, 'Lost their phone', now() + interval '24 hours' FROM "user" WHERE email = ${bystanders.superAdmin}`
}
