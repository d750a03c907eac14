'use client'

import { useOptimistic, useState } from 'react'

import { versionOf } from '@kit/action-middleware/input/version'
import { ASSIGNEES_LISTED } from '@kit/db/members/values'
import { useChange } from '@/components/feedback/use-change'

import { patchTasksAction } from '../actions'
import { replacedWith } from '../edits'
import type { ListedTask } from '../loaders'
import { InlineField } from './inline-field'
import { PersonIcon } from './person-icon'
import { PersonSearch } from './person-search'
import { UNASSIGNED } from './task-labels'
import { type Person, useTaskList } from './task-list-context'
import { assigneeOptions } from './task-options'

/** The assignee in the list. In a large organization, anyone who isn't listed can be searched for. */
export function AssigneeField({ task, href }: { task: ListedTask; href: string }) {
  const { organization, assignees } = useTaskList()
  const [assignee, show] = useOptimistic(task.assignee)
  const [search, setSearch] = useState<'open' | 'closed'>()
  const { change } = useChange()

  function assign(person: Person) {
    setSearch('closed')
    change({
      show: () => show(person),
      call: () =>
        patchTasksAction({
          organization,
          taskIds: [task.id],
          patch: { assigneeId: person.id },
          version: versionOf(replacedWith({ assigneeId: assignee?.id ?? null }, 1)),
        }),
      done: () => `Assignee of ${task.title}: ${person.name}`,
      onConflict: `You chose “${person.name}”. The list shows their value.`,
    })
  }

  return (
    <>
      <InlineField
        label="Assignee"
        task={task}
        href={href}
        value={assignee?.id ?? ''}
        text={assignee?.name ?? UNASSIGNED}
        icon={<PersonIcon name={assignee?.name} />}
        options={() => assigneeOptions(assignees, assignee)}
        patch={(id) => ({ assigneeId: id || null })}
        onChoose={(id) => show(assignees.find((person) => person.id === id) ?? null)}
        onSearch={assignees.length < ASSIGNEES_LISTED ? undefined : () => setSearch('open')}
      />
      {search ? (
        <PersonSearch
          organization={organization}
          open={search === 'open'}
          onClose={() => setSearch('closed')}
          onPick={assign}
        />
      ) : null}
    </>
  )
}
