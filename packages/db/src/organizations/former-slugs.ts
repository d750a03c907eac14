import { and, desc, eq, ne } from 'drizzle-orm'
import { database } from '../connection/client'
import { member } from '../members/table'
import { claimedSlug, organization } from './table'
import type { TenantDb } from '../tenancy/tenant'

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

/** Returns the former slugs that still redirect to the organization, latest first. */
export async function listFormerSlugs(db: TenantDb): Promise<string[]> {
  const { id, slug } = db.tenant.organization
  const rows = await db
    .select({ slug: claimedSlug.slug })
    .from(claimedSlug)
    .where(and(eq(claimedSlug.organizationId, id), ne(claimedSlug.slug, slug)))
    .orderBy(desc(claimedSlug.claimedAt), claimedSlug.slug)
  return rows.map((row) => row.slug)
}
