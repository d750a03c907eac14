import 'server-only'
import { forbidden, notFound } from 'next/navigation'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { NotAMemberError, type Tenant, type TenantDb, withTenant } from '@kit/db/tenancy/tenant'

import { leadOn } from './lead-on'
import { mayOpen, type OrganizationPage } from './organization-pages'
import { requireSession } from '../request/require-session'

/**
 * The gate of a read: a live session, membership of the organization in the URL, the permission that the page needs;
 * then `work` runs in a read-only tenant transaction.
 * A stranger gets 404, as for an organization that does not exist; a member without the permission gets 403. A former
 * slug leads members on.
 * @param options.expensive for reads that may scan many rows, such as a search: less time, few at once for one person
 */
export async function readOrganization<Result>(
  organization: string,
  page: OrganizationPage,
  work: (db: TenantDb, tenant: Tenant) => Promise<Result>,
  { expensive = false }: { expensive?: boolean } = {},
): Promise<Result> {
  const { user } = await requireSession()
  if (!organizationSlugSchema.safeParse(organization).success) notFound()
  try {
    return await withTenant(
      { organization, userId: user.id },
      async (db, tenant) => {
        if (!mayOpen(tenant.membership, page)) forbidden()
        return work(db, tenant)
      },
      { readOnly: true, expensive },
    )
  } catch (error) {
    if (error instanceof NotAMemberError) return leadOn(organization, user.id)
    throw error
  }
}
