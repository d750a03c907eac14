import { LocalDateTime } from '@/components/dates/local-date-time'
import { Card } from '@/components/ui/card'

import type { OrganizationEventDto } from '../loaders'

/** An organization's latest changes and, for decisions, their reasons. */
export function OrganizationTrail({ events }: { events: OrganizationEventDto[] }) {
  if (events.length === 0) return <p>No changes.</p>
  return (
    <Card>
      <ol className="divide-y">
        {events.map(({ id, action, reason, by, at }) => (
          <li key={id} className="px-4 py-2.5">
            {reason ? (
              <p dir="auto" className="wrap-anywhere">
                {reason}
              </p>
            ) : null}
            <p className="text-xs wrap-anywhere text-muted-foreground">
              <span className="font-mono">{action}</span> · <bdi>{by ?? 'System or a deleted account'}</bdi> ·{' '}
              <LocalDateTime at={at} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
