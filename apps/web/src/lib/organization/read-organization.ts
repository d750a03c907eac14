import 'server-only'
import { forbidden, notFound } from 'next/navigation'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { NotAMemberError, type Tenant, type TenantDb, withTenant } from '@kit/db/tenancy/tenant'

import { redirectFormerSlug } from './redirect-former-slug'
import { mayOpen, type OrganizationPage } from './organization-pages'
import { requireSession } from '../request/require-session'

/**
 * Guards a read: session, membership and the page's permission, then `work` in a read-only tenant transaction.
 * Non-members get 404, members without the permission get 403, and a former slug redirects members.
 */
export async function readOrganization<Result>(
  organization: string,
  page: OrganizationPage,
  work: (db: TenantDb, tenant: Tenant) => Promise<Result>,
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
      { readOnly: true },
    )
  } catch (error) {
    if (error instanceof NotAMemberError) return redirectFormerSlug(organization, user.id)
    throw error
  }
}
