import type { ActivityQueryDto } from '../query'
import { activityUrl } from './activity-url'
import { FilterLink } from './filter-link'

interface ActorNameProps {
  path: string
  query: ActivityQueryDto
  person: { id: string; name: string | null } | null
  /** What stands for who was not signed in. */
  otherwise: string
  /** What stands for one whose name the reader may not know. */
  unknown: string
}

/** Who it was; narrows the list to them. */
export function ActorName({ path, query, person, otherwise, unknown }: ActorNameProps) {
  if (!person) return <span className="font-medium">{otherwise}</span>
  const href = activityUrl(path, { ...query, actor: person.id, cursor: undefined })
  return (
    <FilterLink href={href} label="Show only this person" className="font-medium">
      {person.name ?? unknown}
    </FilterLink>
  )
}
