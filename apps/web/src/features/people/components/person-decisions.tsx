import { LocalDateTime } from '@/components/dates/local-date-time'
import { Card } from '@/components/ui/card'

import type { TrailDto } from '../loaders'

/** What super-admins decided about a person, and why. */
export function PersonDecisions({ decisions }: { decisions: TrailDto['decisions'] }) {
  if (decisions.length === 0) return <p>None.</p>
  return (
    <Card>
      <ol className="divide-y">
        {decisions.map(({ id, action, changes, by, at }) => (
          <li key={id} className="px-4 py-3">
            <p dir="auto" className="wrap-anywhere">
              {String(changes.reason?.new ?? '')}
            </p>
            <p className="mt-0.5 text-xs text-muted-foreground">
              <span className="font-mono">{action}</span> · <bdi>{by ?? 'A former super-admin'}</bdi> ·{' '}
              {changes.requested_by ? (
                <>
                  Requested by <bdi>{String(changes.requested_by.new)}</bdi> ·{' '}
                </>
              ) : null}
              <LocalDateTime at={at} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
