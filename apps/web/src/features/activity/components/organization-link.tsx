import type { ActivityQueryDto } from '../query'
import { activityUrl } from './activity-url'
import { FilterLink } from './filter-link'

interface OrganizationLinkProps {
  path: string
  query: ActivityQueryDto
  organization: { slug: string; name: string }
}

/** An organization's name, linked to show only its activity. */
export function OrganizationLink({ path, query, organization: { slug, name } }: OrganizationLinkProps) {
  return (
    <FilterLink
      href={activityUrl(path, { ...query, in: slug, cursor: undefined })}
      label="Show only this organization"
    >
      <bdi>{name}</bdi>
    </FilterLink>
  )
}
