import { taskSorts } from '@kit/db/tasks/values'
import { FilterForm } from '@/components/list/filter-form'
import { SearchField } from '@/components/list/search-field'
import { NativeSelect } from '@/components/ui/native-select'

import type { TaskQueryDto } from '../loaders'
import { FilterMenu } from './filter-menu'
import { sortLabels } from './task-labels'
import type { Person } from './task-list-context'
import { priorityOptions, statusOptions } from './task-options'

interface TaskFiltersProps {
  organization: string
  query: TaskQueryDto
  assignees: Person[]
}

export function TaskFilters({ organization, query, assignees }: TaskFiltersProps) {
  const { search, status, priority, assignee, sort } = query
  return (
    <FilterForm
      action={`/${organization}/tasks`}
      label="Filter tasks"
      className="grid grid-cols-2 gap-2 md:flex md:flex-wrap"
    >
      <SearchField label="Search tasks" defaultValue={search} className="col-span-2 md:min-w-56 md:flex-1" />
      <FilterMenu label="Status" name="status" chosen={status} options={statusOptions} />
      <FilterMenu label="Priority" name="priority" chosen={priority} options={priorityOptions} />
      <NativeSelect name="assignee" aria-label="Assignee" defaultValue={assignee ?? ''} className="md:w-40">
        <option value="">Any assignee</option>
        <option value="none">Unassigned</option>
        {assignees.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        name="sort"
        aria-label="Sort by"
        defaultValue={sort === 'newest' ? '' : sort}
        className="md:w-36"
      >
        {taskSorts.map((one) => (
          <option key={one} value={one === 'newest' ? '' : one}>
            {sortLabels[one]}
          </option>
        ))}
      </NativeSelect>
    </FilterForm>
  )
}
