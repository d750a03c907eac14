import { redirect } from 'next/navigation'

import { loadSwitcher } from '@/features/organizations/loaders'
import { redirectFormerSlug } from '@/lib/organization/redirect-former-slug'
import { homeOf } from '@/lib/organization/organization-pages'
import { requireSession } from '@/lib/request/require-session'

/** Opens the first page this member can see. */
export default async function OrganizationPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params
  const { user } = await requireSession()
  const current = (await loadSwitcher(organization)).find(({ slug }) => slug === organization)
  redirect(homeOf(current ?? (await redirectFormerSlug(organization, user.id))))
}
