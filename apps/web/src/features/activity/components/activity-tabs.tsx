import { Link } from '@/components/link'

import type { ActivityQueryDto } from '../query'
import { activityUrl } from './activity-url'

const views = [
  { view: 'done', label: 'Changes' },
  { view: 'refused', label: 'Refused requests' },
] as const

/** Tabs for changes and refused requests. Person, organization and time carry over. */
export function ActivityTabs({ path, query }: { path: string; query: ActivityQueryDto }) {
  const { since, until, hour, actor } = query
  return (
    <nav aria-label="Activity" className="border-b">
      <ul className="flex gap-1">
        {views.map(({ view, label }) => (
          <li key={view}>
            <Link
              href={activityUrl(path, { view, since, until, hour, actor, in: query.in })}
              aria-current={query.view === view ? 'page' : undefined}
              className="-mb-px flex h-11 items-center border-b-2 border-transparent px-3 font-medium text-muted-foreground hover:text-foreground focus-visible:-outline-offset-2 aria-[current]:border-primary aria-[current]:text-foreground md:h-9 md:pointer-coarse:h-11"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
