import { StatusMessage } from '@/components/status-message'
import { ButtonLink } from '@/components/ui/button-link'
import { RolesLink } from '@/features/roles/components/roles-link'

/** Inside the organization's frame: a member whose role is not enough. Next gives this page nothing to tell which. */
export default function Forbidden() {
  return (
    <StatusMessage
      status={403}
      title="The gate stays shut"
      actions={
        <>
          <RolesLink />
          <ButtonLink href="/organizations" variant="outline">
            Your organizations
          </ButtonLink>
        </>
      }
    >
      <p>
        Your role in this organization does not allow this. An owner or admin of it can give you one that
        does.
      </p>
    </StatusMessage>
  )
}
