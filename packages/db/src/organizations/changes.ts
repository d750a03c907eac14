import { and, eq, getTableName, sql } from 'drizzle-orm'
import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import { contentTables } from '../content'
import { member } from '../members/table'
import { organization } from './table'
import type { ExclusiveTenantDb } from '../tenancy/tenant'

/** How many rows of each table went with an organization, by the table's name. */
export type Removed = Record<string, number>

export async function renameOrganization(db: ExclusiveTenantDb, name: string): Promise<void> {
  await db.update(organization).set({ name }).where(itself(db))
}

/**
 * Gives the organization another slug. The one it had stays its own and leads its members on.
 * @throws ConflictError SLUG_TAKEN when another organization has it, or had it and still leads on from there
 */
export async function changeSlug(db: ExclusiveTenantDb, slug: string): Promise<void> {
  try {
    await db.update(organization).set({ slug }).where(itself(db))
  } catch (error) {
    if (violatedConstraint(error) === 'organization_slug') throw new ConflictError('SLUG_TAKEN')
    throw error
  }
}

/**
 * Deletes the organization with everything in it; only the audit stays.
 *
 * The same statement first locks the members, which waits for what each of them is writing. Without the lock, a row that is
 * just being added and the deletion could deadlock; with a stronger one too, because a row that names a member holds that
 * member's key. The rows are counted afterwards, by a function that sees what was committed in the meantime.
 */
export async function deleteOrganization(db: ExclusiveTenantDb): Promise<Removed> {
  const tables = contentTables().map((table) => sql`${getTableName(table)}`)
  const names = sql`ARRAY[${sql.join(tables, sql`, `)}]::text[]`
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
    .returning({ contents: sql<Removed>`count_organization_rows(${organization.id}, ${names})` })
  if (!removed) throw new Error('The organization is not there to be deleted.')
  return removed.contents
}

function itself(db: ExclusiveTenantDb) {
  return eq(organization.id, db.tenant.organization.id)
}
