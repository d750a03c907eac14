import { FilterForm } from '@/components/list/filter-form'
import { SearchField } from '@/components/list/search-field'
import { NativeSelect } from '@/components/ui/native-select'
import { type OrganizationStatus, organizationStatuses } from '@kit/db/organization-administration/values'

import type { OrganizationsQuery } from '../query'

const labels: Readonly<Record<OrganizationStatus, string>> = {
  suspended: 'Suspended',
  going: 'Will be deleted',
}

export function OrganizationsFilters({ path, query }: { path: string; query: OrganizationsQuery }) {
  return (
    <FilterForm action={path} label="Search organizations" className="flex flex-wrap gap-2">
      <SearchField
        label="Search by name or URL"
        defaultValue={query.search}
        className="min-w-60 flex-1 md:max-w-96"
      />
      <NativeSelect
        name="status"
        aria-label="Status"
        defaultValue={query.status ?? ''}
        className="w-full sm:w-52"
      >
        <option value="">All</option>
        {organizationStatuses.map((status) => (
          <option key={status} value={status}>
            {labels[status]}
          </option>
        ))}
      </NativeSelect>
    </FilterForm>
  )
}
