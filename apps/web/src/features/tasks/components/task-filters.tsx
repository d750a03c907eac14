'use client'

import { taskSorts } from '@kit/db/tasks/values'
import { FilterForm } from '@/components/list/filter-form'
import { SearchField } from '@/components/list/search-field'
import { NativeSelect } from '@/components/ui/native-select'

import type { TaskQueryDto } from '../loaders'
import { AssigneeSelect } from './assignee-select'
import { FilterMenu } from './filter-menu'
import { sortLabels, UNASSIGNED } from './task-labels'
import type { Person } from './task-list-context'
import { PriorityIcon, StatusIcon } from './task-icons'
import { priorityOptions, statusOptions } from './task-options'
import './task-list.css'

interface TaskFiltersProps {
  organization: string
  query: TaskQueryDto
  assignees: Person[]
}

export function TaskFilters({ organization, query, assignees }: TaskFiltersProps) {
  const { search, status, priority, assignee, sort } = query
  return (
    <FilterForm action={`/${organization}/tasks`} label="Filter tasks" className="task-filters">
      <SearchField label="Search tasks" defaultValue={search} className="task-search" />
      <FilterMenu
        label="Status"
        name="status"
        chosen={status}
        options={statusOptions.map((option) => ({ ...option, icon: <StatusIcon status={option.value} /> }))}
      />
      <FilterMenu
        label="Priority"
        name="priority"
        chosen={priority}
        options={priorityOptions.map((option) => ({
          ...option,
          icon: <PriorityIcon priority={option.value} />,
        }))}
      />
      <AssigneeSelect
        organization={organization}
        assignees={assignees}
        name="assignee"
        aria-label="Assignee"
        defaultValue={assignee ?? ''}
        className="md:w-40"
      >
        <option value="">Any assignee</option>
        <option value="none">{UNASSIGNED}</option>
      </AssigneeSelect>
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
