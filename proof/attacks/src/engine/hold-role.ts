import type { OrganizationSlug, Person } from '../app/people'
import type { Arena } from './arena'

interface Held {
  person: Person
  organization?: OrganizationSlug
  /** As stored in the database, so possibly invalid. */
  permissions: Readonly<Record<string, unknown>>
}

/** One custom role per organization, whose permissions attacks change as they need. */
export const heldRole: Record<OrganizationSlug, string> = { acme: 'Steward', globex: 'Globex readers' }

/**
 * Gives someone a custom role with these permissions, without running triggers. In Acme by default.
 */
export async function holdRole(arena: Arena, held: Held): Promise<void> {
  const { person, organization = 'acme', permissions } = held
  const id = arena.roleId(heldRole[organization])
  await arena.database.sql.begin(async (sql) => {
    await sql`SET LOCAL session_replication_role = replica`
    await sql`UPDATE organization_role SET permissions = ${JSON.stringify(permissions)}::text::jsonb WHERE id = ${id}`
    await sql`
      UPDATE member SET role = 'custom', custom_role_id = ${id}
      WHERE organization_id = ${arena.organizationId(organization)} AND user_id = ${arena.userId(person)}`
  })
}
