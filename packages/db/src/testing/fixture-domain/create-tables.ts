import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { connectOnce } from '../../connection/connect'
import { note } from './notes'

const snapshot = (tables: Record<string, unknown>) =>
  generateDrizzleJson(tables, undefined, undefined, 'snake_case')

/** Adds the fixture domain's table to a migrated database, as a domain's migration would. */
export async function createFixtureTables(url: string): Promise<void> {
  const statements = await generateMigration(snapshot({}), snapshot({ note }))
  await connectOnce(url, (client) =>
    client.unsafe(`${statements.join('\n')}
      SELECT protect_tenant_table('note', writable_columns => '{title,owner_id}', visible_to_admins => false);
      SELECT make_searchable('note', '{title}');
      ALTER TABLE note DROP CONSTRAINT note_owner_is_member,
        ADD CONSTRAINT note_owner_is_member FOREIGN KEY (organization_id, owner_id)
          REFERENCES member (organization_id, user_id) ON DELETE SET NULL (owner_id);`),
  )
}
