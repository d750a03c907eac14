import { bystanders } from '../app/people'
import type { Database } from '../state/database'

/** Adds a suspended account and a second super-admin, both without a password. */
export async function addBystanders({ sql }: Database): Promise<void> {
  await sql`
    INSERT INTO "user" (name, email, email_verified, role, banned, ban_reason)
    VALUES ('Suspended', ${bystanders.suspended}, true, 'user', true, 'Spam'),
      ('Second Root', ${bystanders.superAdmin}, true, 'super-admin', false, NULL)`
}
