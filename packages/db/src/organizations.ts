import { asc, eq, sql } from 'drizzle-orm'
import { database } from './client'
import { ConflictError } from './conflict-error'
import { violatedConstraint } from './database-error'
import { roleOfMember } from './role-of-member'
import { member, organization, organizationRole } from './schema'
import type { Membership } from './tenant'

export interface OrganizationOfUser {
  id: string
  slug: string
  name: string
  role: string
  /** As in `Membership`. */
  customRole: Membership['customRole']
}

export interface NewOrganization {
  name: string
  slug: string
  ownerId: string
  requestId?: string
}

/** Another organization has this slug. */
export class SlugTakenError extends ConflictError {
  override name = 'SlugTakenError'
  override message = 'Another organization has this address.'
}

/** The organizations that a user is a member of, by name; the first 100. */
export async function listOrganizationsOf(userId: string): Promise<OrganizationOfUser[]> {
  return database()
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
    })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .leftJoin(organizationRole, roleOfMember)
    .where(eq(member.userId, userId))
    .orderBy(asc(organization.name), asc(organization.id))
    .limit(100)
}

/**
 * Makes an organization and its first member, who owns it; both or neither. Of two at once with one slug, the database
 * lets one through.
 * @throws SlugTakenError
 */
export async function createOrganization(values: NewOrganization): Promise<{ id: string; slug: string }> {
  const { name, slug, ownerId, requestId } = values
  try {
    return await database().transaction(async (transaction) => {
      await transaction.execute(sql`
        SELECT set_config('app.user_id', ${ownerId}, true),
          set_config('app.action', 'organizations.create', true),
          set_config('app.request_id', ${requestId ?? ''}, true)`)
      const [created] = await transaction
        .insert(organization)
        .values({ name, slug })
        .returning({ id: organization.id, slug: organization.slug })
      if (!created) throw new Error('The database returned no organization.')
      await transaction.insert(member).values({ organizationId: created.id, userId: ownerId, role: 'owner' })
      return created
    })
  } catch (error) {
    if (violatedConstraint(error) === 'organization_slug') throw new SlugTakenError()
    throw error
  }
}
