import 'server-only'
import { cache } from 'react'
import { z } from 'zod'

import { hasPermission } from '@kit/auth/permissions/permissions'
import { listFormerSlugs } from '@kit/db/organizations/former-slugs'
import { listOrganizationsOf } from '@kit/db/organizations/organizations'
import { readOrganization } from '@/lib/organization/read-organization'
import { requireSession } from '@/lib/request/require-session'

const PAGE_SIZE = 50

/** As many as a menu can hold; the page of all organizations has the rest. */
const SWITCHER_SIZE = 20

const organizationQuerySchema = z.object({
  search: z.string().trim().min(1).max(200).optional().catch(undefined),
  cursor: z.string().max(512).optional().catch(undefined),
})

/** A page of the organizations of the signed-in person, with the role held in each. */
export async function loadOrganizations(searchParams: Record<string, string | string[] | undefined>) {
  const { user } = await requireSession()
  const query = organizationQuerySchema.parse(searchParams)
  return { query, ...(await listOrganizationsOf(user.id, { ...query, limit: PAGE_SIZE })) }
}

/** The organization of this page, when the signed-in person belongs to it, and others to change to. Read once per request. */
export const loadSwitcher = cache(async (organization: string) => {
  const { user } = await requireSession()
  // Postgres knows no NUL; a slug that holds one is nobody's.
  const first = organization.replaceAll('\0', '')
  const { organizations } = await listOrganizationsOf(user.id, { first, limit: SWITCHER_SIZE })
  return organizations
})

/** What the settings show, and which of them this member may change. */
export function loadOrganizationSettings(organization: string) {
  return readOrganization(organization, 'settings', async (db, tenant) => {
    const canUpdate = hasPermission(tenant.membership, { organization: ['update'] })
    return {
      name: tenant.organization.name,
      slug: tenant.organization.slug,
      isOwner: tenant.membership.role === 'owner',
      formerSlugs: canUpdate ? await listFormerSlugs(db) : [],
      canUpdate,
      canTransfer: hasPermission(tenant.membership, { organization: ['transfer'] }),
      canDelete: hasPermission(tenant.membership, { organization: ['delete'] }),
    }
  })
}
