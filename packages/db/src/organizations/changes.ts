import { and, eq, getTableName, sql } from 'drizzle-orm'
import { violatedConstraint } from '../connection/database-error'
import { contentTables } from '../content'
import { member } from '../members/table'
import { slugTaken } from './slug-taken'
import { organization } from './table'
import type { ExclusiveTenantDb } from '../tenancy/tenant'

/** The number of rows deleted with an organization, by table name. */
export type Removed = Record<string, number>

/** Without a name, writes nothing. */
export async function renameOrganization(db: ExclusiveTenantDb, { name }: { name?: string }): Promise<void> {
  if (name === undefined) return
  await db.update(organization).set({ name }).where(itself(db))
}

/** Requires two-factor authentication of every member, or stops requiring it. */
export async function requireTwoFactor(db: ExclusiveTenantDb, required: boolean): Promise<void> {
  await db.update(organization).set({ twoFactorRequired: required }).where(itself(db))
}

/**
 * Changes the organization's slug. The old slug stays reserved and redirects its members.
 * @throws ConflictError SLUG_TAKEN when another organization uses or reserves it
 */
export async function changeSlug(db: ExclusiveTenantDb, slug: string): Promise<void> {
  try {
    await db.update(organization).set({ slug }).where(itself(db))
  } catch (error) {
    if (violatedConstraint(error) === 'organization_slug') throw await slugTaken(slug)
    throw error
  }
}

/**
 * Deletes the organization with everything in it, except the audit.
 *
 * The same statement locks the members first, which waits for their running writes. Without the lock, an insert and the
 * deletion could deadlock; with a stronger one too, because a row that refers to a member locks that member's key. A
 * function that sees rows committed in the meantime counts the rows afterward.
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
    // Counts all members, because Postgres would stop locking after the first if one were enough.
    .where(and(itself(db), sql`(SELECT count(*) FROM ${members}) > 0`))
    .returning({ contents: sql<Removed>`count_organization_rows(${organization.id}, ${names})` })
  if (!removed) throw new Error('The organization to delete does not exist.')
  return removed.contents
}

function itself(db: ExclusiveTenantDb) {
  return eq(organization.id, db.tenant.organization.id)
}
