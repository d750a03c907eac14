import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, ilike, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { user } from '../accounts/table'
import { database } from '../connection/client'
import { ConflictError } from '../connection/conflict-error'
import { violatedConstraint } from '../connection/database-error'
import { installation } from '../installation/table'
import { containing } from '../query/like-pattern'
import { roleOfMember } from '../members/role-of-member'
import { member } from '../members/table'
import type { Closure } from './closed'
import { slugTaken } from './slug-taken'
import { organization } from './table'
import { organizationRole } from '../roles/table'
import type { Membership } from '../tenancy/tenant'
import { isUuid } from '../query/uuid'

export interface OrganizationOfUser {
  id: string
  slug: string
  name: string
  role: string
  /** As in `Membership`. */
  customRole: Membership['customRole']
  /** As in `Membership`. */
  readOnly?: true
  closure: Closure
}

export interface NewOrganization {
  id?: string
  name: string
  slug: string
  ownerId: string
  requestId?: string
}

export interface OrganizationQuery {
  /** Matches names and slugs, ignoring case. */
  search?: string
  /** From an `OrganizationPage`. Any other text gives the first page. */
  cursor?: string
  /** The slug or the ID of the organization to list first. */
  first?: string
  /** Organizations on a page, 1 to 100. */
  limit: number
}

export interface OrganizationPage {
  organizations: OrganizationOfUser[]
  nextCursor: string | null
}

/** Returns a page of the user's organizations, by name. */
export async function listOrganizationsOf(
  userId: string,
  query: OrganizationQuery,
): Promise<OrganizationPage> {
  const limit = Math.min(Math.max(Math.trunc(query.limit) || 1, 1), 100)
  const rows = await database()
    .select({
      id: organization.id,
      slug: organization.slug,
      name: organization.name,
      role: member.role,
      customRole: {
        id: organizationRole.id,
        name: organizationRole.name,
        permissions: organizationRole.permissions,
      },
      closure: {
        suspendedBecause: organization.suspendedBecause,
        deletedFrom: organization.deletedFrom,
      },
    })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .leftJoin(organizationRole, roleOfMember)
    .where(and(eq(member.userId, userId), matching(query.search), after(query.cursor)))
    .orderBy(
      ...(query.first ? [desc(sql`${query.first} IN (${organization.slug}, ${organization.id}::text)`)] : []),
      asc(organization.name),
      asc(organization.id),
    )
    .limit(limit + 1)
  const organizations = rows
    .slice(0, limit)
    .map((row): OrganizationOfUser => (canOnlyBeRead(row.closure) ? { ...row, readOnly: true } : row))
  return { organizations, nextCursor: rows.length > limit ? (organizations.at(-1)?.id ?? null) : null }
}

const canOnlyBeRead = ({ suspendedBecause, deletedFrom }: Closure) =>
  suspendedBecause !== null || deletedFrom !== null

function matching(search: string | undefined): SQL | undefined {
  if (!search) return undefined
  const text = containing(search)
  return or(ilike(organization.name, text), ilike(organization.slug, text))
}

/** The cursor is the last organization's ID. If it is deleted, the list starts over. */
function after(cursor: string | undefined): SQL | undefined {
  if (!isUuid(cursor)) return undefined
  const place = sql`SELECT last.name, last.id FROM organization last WHERE last.id = ${cursor}`
  return sql`(NOT EXISTS (${place}) OR (${organization.name}, ${organization.id}) > (${place}))`
}

/**
 * Creates an organization and its owner in one transaction. The database accepts only one of several parallel calls with the
 * same slug. If an organization has the ID already, it stays as it is.
 * @throws ConflictError SLUG_TAKEN; CREATED_BY_ADMINS where only super-admins may create one
 */
export async function createOrganization(values: NewOrganization): Promise<{ id: string; slug: string }> {
  const { id = randomUUID(), name, slug, ownerId, requestId } = values
  try {
    return await database().transaction(async (transaction) => {
      const [rule] = await transaction.execute<{ may: boolean | null }>(sql`
        SELECT set_config('app.user_id', ${ownerId}, true),
          set_config('app.action', 'organizations.create', true),
          set_config('app.request_id', ${requestId ?? ''}, true),
          (SELECT ${installation.organizationCreators} = 'everyone' FROM ${installation})
            OR (SELECT ${user.role} = 'super-admin' FROM ${user} WHERE ${user.id} = ${ownerId}) AS may`)
      if (rule?.may !== true) throw new ConflictError('CREATED_BY_ADMINS')
      const [created] = await transaction
        .insert(organization)
        .values({ id, name, slug })
        .onConflictDoNothing({ target: organization.id })
        .returning({ id: organization.id })
      if (created)
        await transaction.insert(member).values({ organizationId: id, userId: ownerId, role: 'owner' })
      return { id, slug }
    })
  } catch (error) {
    if (violatedConstraint(error) === 'organization_slug') throw await slugTaken(slug)
    throw error
  }
}
