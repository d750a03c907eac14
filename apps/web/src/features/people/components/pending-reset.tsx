import { LocalDateTime } from '@/components/dates/local-date-time'
import { Alert } from '@/components/ui/alert'

import type { ResetDto } from '../loaders'

/** Says who requested to reset a person's two-factor authentication, and why. */
export function PendingReset({ reset }: { reset: ResetDto }) {
  return (
    <Alert variant="warning">
      <p className="wrap-anywhere">
        <bdi>{reset.requestedBy.name}</bdi> requested a two-factor reset: <bdi>{reset.reason}</bdi>
      </p>
      <p className="mt-1 text-muted-foreground">
        Another super-admin can confirm until <LocalDateTime at={reset.expiresAt} />.
      </p>
    </Alert>
  )
}
