import { StatusMessage } from '@/components/status-message'
import { ButtonLink } from '@/components/ui/button-link'

/** Inside the organization's frame: a member whose role is not enough. */
export default function Forbidden() {
  return (
    <StatusMessage
      status={403}
      title="The gate stays shut"
      actions={
        <ButtonLink href="/organizations" variant="outline">
          Your organizations
        </ButtonLink>
      }
    >
      <p>Your role in this organization does not allow this. An owner or admin can change that.</p>
    </StatusMessage>
  )
}
