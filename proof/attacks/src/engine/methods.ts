import type { Database } from '../state/database'

/** The provider that everyone can link, by its ID in the app. */
export const LINKED = 'oidc'

/** Links everyone to an account at the local provider. */
export async function linkEveryone({ sql }: Database): Promise<void> {
  await sql`INSERT INTO account (user_id, provider_id, account_id)
    SELECT id, ${LINKED}, 'http://provider.test ' || id FROM "user" ON CONFLICT DO NOTHING`
}

/** Removes everyone's password, without ending the sessions. */
export async function takePasswords({ sql }: Database): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`SET LOCAL session_replication_role = replica`
    await transaction`UPDATE account SET password = NULL WHERE provider_id = 'credential'`
  })
}

/** Restores the passwords that `takePasswords` removed. */
export async function givePasswords(
  { sql }: Database,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const passwords = JSON.stringify(rows)
  await sql.begin(async (transaction) => {
    await transaction`SET LOCAL session_replication_role = replica`
    await transaction`UPDATE account SET password = given.password
      FROM jsonb_to_recordset(${passwords}::text::jsonb) AS given(id uuid, password text) WHERE given.id = account.id`
  })
}
