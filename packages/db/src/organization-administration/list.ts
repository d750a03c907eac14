import { and, desc, isNotNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { database } from '../connection/client'
import { member } from '../members/table'
import { organization } from '../organizations/table'
import { wordsIn, wordsQuery } from '../people/search'
import { encodePosition, olderThan } from '../query/position'
import type { OrganizationStatus } from './values'

export interface OrganizationRow {
  id: string
  name: string
  slug: string
  members: number
  suspended: boolean
  /** When it will be deleted. */
  deletedFrom: Date | null
  createdAt: Date
}

export interface OrganizationRowQuery {
  /** Beginnings of words in the name or the slug. */
  search?: string
  status?: OrganizationStatus
  /** From an `OrganizationRowPage`. Any other text gives the first page. */
  cursor?: string
  /** Organizations on a page, 1 to 100. */
  limit: number
}

export interface OrganizationRowPage {
  organizations: OrganizationRow[]
  nextCursor: string | null
}

// Drizzle would write the column without its table, and the subquery's own `id` would be used instead.
const outer = sql.raw('organization.id')

const conditions: Record<OrganizationStatus, SQL> = {
  suspended: isNotNull(organization.suspendedAt),
  going: isNotNull(organization.deletedFrom),
}

/** Returns a page of all organizations, newest first. The caller must have checked that the user may read them. */
export async function listOrganizations({
  search,
  status,
  cursor,
  limit,
}: OrganizationRowQuery): Promise<OrganizationRowPage> {
  const shown = Math.min(Math.max(Math.trunc(limit) || 1, 1), 100)
  const rows = await database()
    .select({
      id: organization.id,
      name: organization.name,
      slug: organization.slug,
      members: sql<number>`(SELECT count(*)::int FROM ${member} WHERE ${member.organizationId} = ${outer})`,
      suspended: sql<boolean>`${organization.suspendedAt} IS NOT NULL`,
      deletedFrom: organization.deletedFrom,
      createdAt: organization.createdAt,
    })
    .from(organization)
    .where(
      and(
        status && conditions[status],
        search ? matchesOrganization(search) : undefined,
        olderThan(cursor, sql`${organization.createdAt}`, sql`${organization.id}`),
      ),
    )
    .orderBy(desc(organization.createdAt), desc(organization.id))
    .limit(shown + 1)
  const organizations = rows.slice(0, shown)
  const last = organizations.at(-1)
  return {
    organizations,
    nextCursor:
      rows.length > shown && last ? encodePosition({ at: last.createdAt.toISOString(), id: last.id }) : null,
  }
}

/** The condition that an organization has the words in its name or slug. The index `organization_words` answers it. */
export function matchesOrganization(search: string): SQL {
  const query = wordsQuery(search)
  if (query === undefined) return sql`false`
  return sql`${wordsIn(sql`${organization.name}`, sql`${organization.slug}`)} @@ to_tsquery('simple'::regconfig, ${query})`
}
