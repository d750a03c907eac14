import 'server-only'
import { cache } from 'react'
import { z } from 'zod'

import { hasPermission } from '@kit/auth/permissions/permissions'
import { listOrganizationsOf } from '@kit/db/organizations/organizations'
import { readSettings } from '@kit/db/organizations/settings'
import { homeOf } from '@/lib/organization/organization-pages'
import { readLastOrganization } from '@/lib/organization/read-last-organization'
import { readOrganization } from '@/lib/organization/read-organization'
import { requireSession } from '@/lib/request/require-session'
import { searchSchema } from '@/lib/url/search-schema'

const PAGE_SIZE = 50

/** The menu's limit. The organizations page shows the rest. */
const SWITCHER_SIZE = 20

const organizationQuerySchema = z.object({
  search: searchSchema,
  cursor: z.string().max(512).optional().catch(undefined),
})

/** A page of the user's organizations with their role in each. */
export async function loadOrganizations(searchParams: Record<string, string | string[] | undefined>) {
  const { user } = await requireSession()
  const query = organizationQuerySchema.parse(searchParams)
  return { query, ...(await listOrganizationsOf(user.id, { ...query, limit: PAGE_SIZE })) }
}

/** This organization, if the user is a member, and others to switch to. Read once per request. */
export const loadSwitcher = cache(async (organization: string) => {
  const { user } = await requireSession()
  // Postgres rejects NUL, and no slug contains one.
  const first = organization.replaceAll('\0', '')
  const { organizations } = await listOrganizationsOf(user.id, { first, limit: SWITCHER_SIZE })
  return organizations
})

/** The path to open after signing in. */
export async function loadHome(): Promise<string> {
  const { user } = await requireSession()
  const last = await readLastOrganization()
  const { organizations, nextCursor } = await listOrganizationsOf(user.id, { first: last, limit: 1 })
  const [first] = organizations
  const isOnly = nextCursor === null
  return first && (isOnly || first.id === last) ? homeOf(first) : '/organizations'
}

/** The settings and what this member can change. */
export function loadOrganizationSettings(organization: string) {
  return readOrganization(organization, 'settings', async (db, tenant) => {
    const canUpdate = hasPermission(tenant.membership, { organization: ['update'] })
    const { formerSlugs, hasOtherOwner, twoFactorRequired } = await readSettings(db)
    return {
      name: tenant.organization.name,
      slug: tenant.organization.slug,
      isLastOwner: tenant.membership.role === 'owner' && !hasOtherOwner,
      formerSlugs: canUpdate ? formerSlugs : [],
      canUpdate,
      canLeave: !tenant.membership.readOnly,
      twoFactorRequired,
      canRequireTwoFactor: hasPermission(tenant.membership, { organization: ['requireTwoFactor'] }),
      canTransfer: hasPermission(tenant.membership, { organization: ['transfer'] }),
      canDelete: hasPermission(tenant.membership, { organization: ['delete'] }),
    }
  })
}
