import { redirect } from 'next/navigation'

import { loadSwitcher } from '@/features/organizations/loaders'
import { leadOn } from '@/lib/organization/lead-on'
import { homeOf } from '@/lib/organization/organization-pages'
import { requireSession } from '@/lib/request/require-session'

/** Opens the first page this member can see. */
export default async function OrganizationPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params
  const { user } = await requireSession()
  const current = (await loadSwitcher(organization)).find(({ slug }) => slug === organization)
  redirect(homeOf(current ?? (await leadOn(organization, user.id))))
}
