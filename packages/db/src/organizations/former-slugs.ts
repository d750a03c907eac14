import { and, eq, ne } from 'drizzle-orm'
import { database } from '../connection/client'
import { member } from '../members/table'
import { claimedSlug, organization } from './table'

/**
 * Returns the current slug for a former one, to the organization's members only.
 * @returns undefined for strangers and for unknown slugs
 */
export async function findCurrentSlug(former: string, userId: string): Promise<string | undefined> {
  const [row] = await database()
    .select({ slug: organization.slug })
    .from(claimedSlug)
    .innerJoin(organization, eq(organization.id, claimedSlug.organizationId))
    .innerJoin(member, and(eq(member.organizationId, organization.id), eq(member.userId, userId)))
    .where(and(eq(claimedSlug.slug, former), ne(organization.slug, former)))
  return row?.slug
}
