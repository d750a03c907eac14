import type { InvitationState } from '@kit/db/invitations/values'
import { StatusMessage } from '@/components/status-message'
import { ButtonLink } from '@/components/ui/button-link'

type ClosedState = Exclude<InvitationState, 'pending'> | 'unknown'

const messages: Record<ClosedState, { title: string; text: string }> = {
  unknown: {
    title: 'This link is invalid',
    text: 'It may be incomplete, or a newer email replaced it.',
  },
  expired: {
    title: 'This invitation has expired',
    text: 'Ask the person who invited you to resend it.',
  },
  accepted: {
    title: 'This invitation has already been used',
    text: 'If you accepted it, sign in to open the organization.',
  },
  declined: { title: 'This invitation was declined', text: 'Ask the person who invited you for a new one.' },
  cancelled: { title: 'This invitation was canceled', text: 'Ask the person who invited you for a new one.' },
}

interface ClosedLinkProps {
  state: ClosedState
  /** Shown only to the member who joined with this link. */
  joined?: { name: string; slug: string } | null
}

/** Explains a link that doesn't work, without revealing whose it was. */
export function ClosedLink({ state, joined }: ClosedLinkProps) {
  if (joined) {
    return (
      <StatusMessage
        title={`You joined ${joined.name}`}
        actions={<ButtonLink href={`/${joined.slug}`}>Open organization</ButtonLink>}
      >
        <p>This invitation has already been used.</p>
      </StatusMessage>
    )
  }
  const { title, text } = messages[state]
  return (
    <StatusMessage title={title} actions={<ButtonLink href="/organizations">Your organizations</ButtonLink>}>
      <p>{text}</p>
    </StatusMessage>
  )
}
