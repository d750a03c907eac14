import { eq, sql } from 'drizzle-orm'
import { violatedConstraint } from './database-error'
import { SlugTakenError } from './organizations'
import { invitation, member, organization, task } from './schema'
import type { ExclusiveTenantDb } from './tenant'

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
 * The members are locked first, which waits for what each of them is writing. Without, a task that is just being made
 * and the deletion could wait for each other; and it would not be counted.
 */
export async function deleteOrganization(db: ExclusiveTenantDb): Promise<Removed> {
  await db.select({ id: member.id }).from(member).where(of(db, member)).orderBy(member.id).for('update')
  // The tasks by themselves: with the members gone before them, each would first lose its assignee, and say so in the audit.
  const tasks = db.$with('removed_task').as(db.delete(task).where(of(db, task)).returning({ id: task.id }))
  const [removed] = await db
    .with(tasks)
    .delete(organization)
    .where(itself(db))
    .returning({
      tasks: sql<number>`(SELECT count(*)::int FROM ${tasks})`,
      members: sql<number>`(SELECT count(*)::int FROM ${member} WHERE ${of(db, member)})`,
      invitations: sql<number>`(SELECT count(*)::int FROM ${invitation} WHERE ${of(db, invitation)})`,
    })
  if (!removed) throw new Error('The organization is not there to be deleted.')
  return removed
}

function itself(db: ExclusiveTenantDb) {
  return eq(organization.id, db.tenant.organization.id)
}

function of(db: ExclusiveTenantDb, table: typeof member | typeof task | typeof invitation) {
  return eq(table.organizationId, db.tenant.organization.id)
}
