import { Icon } from '@/components/icon/icon'
import { Link } from '@/components/link'
import { TextLink } from '@/components/text-link'

import type { TaskQueryDto } from '../loaders'
import { priorityLabels, statusLabels } from './task-labels'
import type { Person } from './task-list-context'
import { tasksUrl } from './tasks-url'

interface ActiveFiltersProps {
  organization: string
  query: TaskQueryDto
  assignees: Person[]
}

/** The active filters, each with a link that removes it. */
export function ActiveFilters({ organization, query, assignees }: ActiveFiltersProps) {
  const { search, status = [], priority = [], assignee, sort } = query
  const person = assignees.find(({ id }) => id === assignee)?.name
  const active = [
    ...(search ? [{ text: `“${search}”`, without: { search: undefined } }] : []),
    ...status.map((one) => ({
      text: statusLabels[one],
      without: { status: status.filter((other) => other !== one) },
    })),
    ...priority.map((one) => ({
      text: `${priorityLabels[one]} priority`,
      without: { priority: priority.filter((other) => other !== one) },
    })),
    ...(assignee
      ? [
          {
            text: assignee === 'none' ? 'Unassigned' : `Assigned to ${person ?? 'a former member'}`,
            without: { assignee: undefined },
          },
        ]
      : []),
  ]
  if (active.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <ul aria-label="Active filters" className="contents">
        {active.map(({ text, without }) => (
          <li key={text} className="max-w-full">
            <Link
              href={tasksUrl(organization, { ...query, ...without, cursor: undefined })}
              scroll={false}
              aria-label={`Remove filter: ${text}`}
              className="flex min-h-11 max-w-full items-center gap-1.5 rounded-md bg-secondary pr-2 pl-2.5 text-[0.8125rem] font-medium hover:bg-accent md:min-h-7 md:pointer-coarse:min-h-11"
            >
              <span className="truncate">{text}</span>
              <Icon name="x" className="size-3.5 text-muted-foreground" />
            </Link>
          </li>
        ))}
      </ul>
      <TextLink
        href={tasksUrl(organization, { sort })}
        scroll={false}
        className="flex min-h-11 items-center px-1 text-[0.8125rem] md:min-h-7"
      >
        Clear filters
      </TextLink>
    </div>
  )
}
