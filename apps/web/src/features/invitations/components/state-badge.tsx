import type { InvitationState } from '@kit/db/invitations/values'
import { Badge } from '@/components/ui/badge'

export const stateLabels: Record<InvitationState, string> = {
  pending: 'Pending',
  expired: 'Expired',
  accepted: 'Accepted',
  declined: 'Declined',
  cancelled: 'Canceled',
}

const variants = {
  pending: 'info',
  expired: 'warning',
  accepted: 'success',
  declined: 'neutral',
  cancelled: 'outline',
} as const

export function StateBadge({ state }: { state: InvitationState }) {
  return <Badge variant={variants[state]}>{stateLabels[state]}</Badge>
}
