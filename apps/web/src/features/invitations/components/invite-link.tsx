import { Icon } from '@/components/icon/icon'
import { ButtonLink } from '@/components/ui/button-link'
import { loadSwitcher } from '@/features/organizations/loaders'
import { mayOpen } from '@/lib/organization/organization-pages'

/** A link to the invitations, for members who can invite. */
export async function InviteLink({ organization }: { organization: string }) {
  const current = (await loadSwitcher(organization)).find(({ slug }) => slug === organization)
  if (!current || !mayOpen(current, 'members/invitations')) return null
  return (
    <ButtonLink href={`/${organization}/members/invitations`}>
      <Icon name="user-plus" />
      Invite people
    </ButtonLink>
  )
}
