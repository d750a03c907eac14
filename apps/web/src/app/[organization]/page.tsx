import { redirect } from 'next/navigation'

import { loadSwitcher } from '@/features/organizations/loaders'
import { leadOn } from '@/lib/organization/lead-on'
import { homeOf } from '@/lib/organization/organization-pages'
import { requireSession } from '@/lib/request/require-session'

/** An organization opens on the first page of its navigation that this member may see. */
export default async function OrganizationPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params
  const { user } = await requireSession()
  const current = (await loadSwitcher(organization)).find(({ slug }) => slug === organization)
  redirect(homeOf(current ?? (await leadOn(organization, user.id))))
}
