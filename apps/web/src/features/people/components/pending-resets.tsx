import { LocalDateTime } from '@/components/dates/local-date-time'
import { TextLink } from '@/components/text-link'
import { Alert } from '@/components/ui/alert'

import type { ResetRowDto } from '../loaders'

/** Every request to reset two-factor authentication that another super-admin has to confirm. */
export function PendingResets({ resets }: { resets: ResetRowDto[] }) {
  if (resets.length === 0) return null
  return (
    <Alert variant="warning">
      <h2 className="font-semibold">Two-factor resets to confirm</h2>
      <ul>
        {resets.map(({ id, name, requestedBy, expiresAt }) => (
          <li key={id} className="wrap-anywhere">
            <TextLink
              href={`/admin/people/${id}`}
              className="inline-flex min-h-11 items-center md:min-h-0 md:pointer-coarse:min-h-11"
            >
              <bdi>{name}</bdi>
            </TextLink>
            <span className="block text-muted-foreground">
              Requested by <bdi>{requestedBy}</bdi> · Until <LocalDateTime at={expiresAt} />
            </span>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
