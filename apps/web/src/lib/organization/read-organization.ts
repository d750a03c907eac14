import 'server-only'
import { forbidden, notFound, redirect } from 'next/navigation'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import {
  NotAMemberError,
  type Tenant,
  type TenantDb,
  TwoFactorRequiredError,
  withTenant,
} from '@kit/db/tenancy/tenant'

import { redirectFormerSlug } from './redirect-former-slug'
import { mayOpen, type OrganizationPage } from './organization-pages'
import { twoFactorPath } from '../url/two-factor-path'
import { requireSession } from '../request/require-session'

/**
 * Guards a read: session, membership and the page's permission, then `work` in a read-only tenant transaction.
 * Non-members get 404, members without the permission get 403, and a former slug redirects members. Members without a
 * required two-factor authentication are sent to set it up.
 * @param options.expensive for reads that may scan many rows, such as a search: less time, and few at once per person
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
    if (error instanceof NotAMemberError) return redirectFormerSlug(organization, user.id)
    if (error instanceof TwoFactorRequiredError) redirect(twoFactorPath('organization'))
    throw error
  }
}
