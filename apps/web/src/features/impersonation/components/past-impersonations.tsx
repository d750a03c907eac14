import { LocalDateTime } from '@/components/dates/local-date-time'
import { PageSection } from '@/components/page-section'
import { Card } from '@/components/ui/card'

import { loadOwnImpersonations } from '../loaders'

/** The section on the security page that lists impersonations. Only for people who were impersonated. */
export async function PastImpersonations() {
  const past = await loadOwnImpersonations()
  if (past.length === 0) return null
  return (
    <PageSection
      title="Administrator access"
      description="When an administrator saw the site as you, for up to an hour each time."
    >
      <Card>
        <ol className="divide-y">
          {past.map(({ id, by, mode, at }) => (
            <li key={id} className="px-4 py-2.5">
              <p className="wrap-anywhere">
                <bdi>{by ?? 'A former administrator'}</bdi>,{' '}
                {mode === 'read-only' ? 'read-only' : 'could make changes'}
              </p>
              <LocalDateTime at={at} className="text-xs text-muted-foreground" />
            </li>
          ))}
        </ol>
      </Card>
    </PageSection>
  )
}
