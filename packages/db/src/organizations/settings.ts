import { and, desc, eq, exists, ne, not, sql } from 'drizzle-orm'
import { isBanned } from '../accounts/ban'
import { user } from '../accounts/table'
import { member } from '../members/table'
import type { TenantDb } from '../tenancy/tenant'
import { claimedSlug, organization } from './table'

export interface OrganizationSettings {
  /** Slugs that still redirect to the organization, latest first. */
  formerSlugs: string[]
  /** Whether the organization has an owner who isn't suspended, besides the current member. */
  hasOtherOwner: boolean
  twoFactorRequired: boolean
}

/** Returns what the settings page shows of the organization, with one statement. */
export async function readSettings(db: TenantDb): Promise<OrganizationSettings> {
  const { id, slug } = db.tenant.organization
  const former = db
    .select({ slug: claimedSlug.slug })
    .from(claimedSlug)
    .where(and(eq(claimedSlug.organizationId, id), ne(claimedSlug.slug, slug)))
    .orderBy(desc(claimedSlug.claimedAt), claimedSlug.slug)
  const others = db
    .select({ id: member.id })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      and(
        eq(member.organizationId, id),
        eq(member.role, 'owner'),
        ne(member.userId, db.tenant.membership.userId),
        not(isBanned(user)),
      ),
    )
  const [settings] = await db
    .select({
      formerSlugs: sql<string[]>`ARRAY${former}`,
      hasOtherOwner: sql<boolean>`${exists(others)}`,
      twoFactorRequired: organization.twoFactorRequired,
    })
    .from(organization)
    .where(eq(organization.id, id))
  return settings ?? { formerSlugs: [], hasOtherOwner: false, twoFactorRequired: false }
}
