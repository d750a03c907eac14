import type { InvitationState } from '@kit/db/invitations/values'
import { StatusMessage } from '@/components/status-message'
import { ButtonLink } from '@/components/ui/button-link'

type ClosedState = Exclude<InvitationState, 'pending'> | 'unknown'

const messages: Record<ClosedState, { title: string; text: string }> = {
  unknown: {
    title: 'This link leads nowhere',
    text: 'It may be incomplete, or a later message holds one that replaced it.',
  },
  expired: {
    title: 'This invitation has expired',
    text: 'Ask whoever sent it for another one: they can send it again.',
  },
  accepted: {
    title: 'This invitation has been used',
    text: 'It works once. If it was you, sign in and find the organization among yours.',
  },
  declined: { title: 'This invitation was declined', text: 'Ask whoever sent it for another one.' },
  cancelled: { title: 'This invitation was withdrawn', text: 'Ask whoever sent it if that is a surprise.' },
}

interface ClosedLinkProps {
  state: ClosedState
  /** The organization, told only to whom this link made its member. */
  joined?: { name: string; slug: string } | null
}

/** For a link that opens nothing: why, and not a word on whose it was. */
export function ClosedLink({ state, joined }: ClosedLinkProps) {
  if (joined) {
    return (
      <StatusMessage
        title={`You have joined ${joined.name}`}
        actions={<ButtonLink href={`/${joined.slug}`}>Open it</ButtonLink>}
      >
        <p>This link has done its work.</p>
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
