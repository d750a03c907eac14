import { redirect } from 'next/navigation'

import { loadHome } from '@/features/organizations/loaders'

/** Opens the organization used last in this browser, or the only one. Otherwise shows the list. */
export default async function OpenOrganizationPage() {
  redirect(await loadHome())
}
