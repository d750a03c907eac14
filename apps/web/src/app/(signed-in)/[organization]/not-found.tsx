import { StatusMessage } from '@/components/status-message'
import { ButtonLink } from '@/components/ui/button-link'

/** Also shown in a page that was open when its user was removed. */
export default function NotFound() {
  return (
    <StatusMessage
      status={404}
      title="Page not found"
      actions={
        <ButtonLink href="/organizations" variant="outline">
          Your organizations
        </ButtonLink>
      }
    >
      <p>It may have been deleted, or you're no longer a member of this organization.</p>
    </StatusMessage>
  )
}
