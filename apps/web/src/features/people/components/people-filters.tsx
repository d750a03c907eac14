import { FilterForm } from '@/components/list/filter-form'
import { SearchField } from '@/components/list/search-field'
import { NativeSelect } from '@/components/ui/native-select'
import { type PersonStatus, personStatuses } from '@kit/db/people/values'

import type { PeopleQuery } from '../query'

const labels: Readonly<Record<PersonStatus, string>> = {
  suspended: 'Suspended',
  unverified: 'Email not verified',
  staff: 'Super-admins and support',
}

export function PeopleFilters({ path, query }: { path: string; query: PeopleQuery }) {
  return (
    <FilterForm action={path} label="Search people" className="flex flex-wrap gap-2">
      <SearchField
        label="Search by name, email or organization"
        defaultValue={query.search}
        className="min-w-60 flex-1 md:max-w-96"
      />
      <NativeSelect
        name="status"
        aria-label="Status"
        defaultValue={query.status ?? ''}
        className="w-full sm:w-52"
      >
        <option value="">Everyone</option>
        {personStatuses.map((status) => (
          <option key={status} value={status}>
            {labels[status]}
          </option>
        ))}
      </NativeSelect>
    </FilterForm>
  )
}
