import type { ActivityQueryDto } from '../query'
import { activityUrl } from './activity-url'
import { FilterLink } from './filter-link'

interface ActorNameProps {
  path: string
  query: ActivityQueryDto
  person: { id: string; name: string | null } | null
  /** Shown for a signed-out caller. */
  otherwise: string
  /** Shown when the reader may not know the name. */
  unknown: string
}

/** The person's name, linked to filter by them. */
export function ActorName({ path, query, person, otherwise, unknown }: ActorNameProps) {
  if (!person) return <span className="font-medium">{otherwise}</span>
  const href = activityUrl(path, { ...query, actor: person.id, cursor: undefined })
  return (
    <FilterLink href={href} label="Show only this person" className="font-medium">
      {person.name === null ? unknown : <bdi>{person.name}</bdi>}
    </FilterLink>
  )
}
