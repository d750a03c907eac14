import { StatusMessage } from '@/components/status-message'
import { ButtonLink } from '@/components/ui/button-link'

/** Inside the organization's frame: what was asked for is not in this organization. */
export default function NotFound() {
  return (
    <StatusMessage
      status={404}
      title="Nothing here"
      actions={
        <ButtonLink href="/organizations" variant="outline">
          Your organizations
        </ButtonLink>
      }
    >
      <p>This does not exist in this organization. It may have been deleted.</p>
    </StatusMessage>
  )
}
