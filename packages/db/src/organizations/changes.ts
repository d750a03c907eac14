import { and, eq, sql } from 'drizzle-orm'
import { violatedConstraint } from '../connection/database-error'
import { SlugTakenError } from './organizations'
import { member } from '../members/table'
import { organization } from './table'
import type { ExclusiveTenantDb } from '../tenancy/tenant'

/** What went with an organization. */
export interface Removed {
  tasks: number
  members: number
  invitations: number
}

export async function renameOrganization(db: ExclusiveTenantDb, name: string): Promise<void> {
  await db.update(organization).set({ name }).where(itself(db))
}

/**
 * Gives the organization another slug. The one it had stays its own and leads its members on.
 * @throws SlugTakenError when another organization has it, or had it and still leads on from there
 */
export async function changeSlug(db: ExclusiveTenantDb, slug: string): Promise<void> {
  try {
    await db.update(organization).set({ slug }).where(itself(db))
  } catch (error) {
    if (violatedConstraint(error) === 'organization_slug') throw new SlugTakenError()
    throw error
  }
}

/**
 * Deletes the organization with everything in it; only the audit stays.
 *
 * In the same statement, and before that, the members are locked, which waits for what each of them is writing. Without,
 * a task that is just being made and the deletion could wait for each other; and with a stronger lock as well, since a
 * task is made for a member whose key it holds. What there is to delete is counted afterwards, by a function that sees
 * what was committed in the meantime.
 */
export async function deleteOrganization(db: ExclusiveTenantDb): Promise<Removed> {
  const members = db
    .$with('locked_member')
    .as(
      db
        .select({ id: member.id })
        .from(member)
        .where(eq(member.organizationId, db.tenant.organization.id))
        .orderBy(member.id)
        .for('no key update'),
    )
  const [removed] = await db
    .with(members)
    .delete(organization)
    // Counted to the last one: where one is enough, Postgres locks one.
    .where(and(itself(db), sql`(SELECT count(*) FROM ${members}) > 0`))
    .returning({
      contents: sql<Removed>`count_organization_rows(${organization.id}, ${sql.param(['task', 'member', 'invitation'])})`,
    })
  if (!removed) throw new Error('The organization is not there to be deleted.')
  return removed.contents
}

function itself(db: ExclusiveTenantDb) {
  return eq(organization.id, db.tenant.organization.id)
}
