import type { OrganizationSlug, Person } from '../app/people'
import type { Arena } from './arena'

interface Held {
  person: Person
  organization?: OrganizationSlug
  /** As they stand in the database, where anything may stand. */
  permissions: Readonly<Record<string, unknown>>
}

/** A role of each organization's own, which takes on whatever an attack needs it to allow. */
export const heldRole: Record<OrganizationSlug, string> = { acme: 'Steward', globex: 'Globex readers' }

/**
 * Gives somebody a custom role of these permissions, as if it had always been so: past every trigger, and whatever the
 * role they had. In Acme when no organization is named.
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
