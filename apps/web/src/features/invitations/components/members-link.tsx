import { ButtonLink } from '@/components/ui/button-link'
import { loadSwitcher } from '@/features/organizations/loaders'
import { mayOpen } from '@/lib/organization/organization-pages'

/** A link to the members, for members who can see them. */
export async function MembersLink({ organization }: { organization: string }) {
  const current = (await loadSwitcher(organization)).find(({ slug }) => slug === organization)
  if (!current || !mayOpen(current, 'members')) return null
  return (
    <ButtonLink href={`/${organization}/members`} variant="outline">
      Members
    </ButtonLink>
  )
}
