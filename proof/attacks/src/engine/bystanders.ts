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
