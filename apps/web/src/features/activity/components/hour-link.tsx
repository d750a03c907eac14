import { LocalDateTime } from '@/components/dates/local-date-time'

import type { ActivityQueryDto } from '../query'
import { activityUrl } from './activity-url'
import { FilterLink } from './filter-link'

interface HourLinkProps {
  path: string
  query: ActivityQueryDto
  /** An ISO timestamp. */
  at: string
  title?: string
}

/** A time, linked to show only its hour. */
export function HourLink({ path, query, at, title }: HourLinkProps) {
  const hour = new Date(at).toISOString().slice(0, 13)
  return (
    <FilterLink href={activityUrl(path, { ...query, hour, cursor: undefined })} label="Show only this hour">
      <LocalDateTime at={at} {...(title && { title })} />
    </FilterLink>
  )
}
