'use client'

import { type ChangeEvent, type ComponentProps, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { NativeSelect } from '@/components/ui/native-select'

import { PersonSearch } from './person-search'
import type { Person } from './task-list-context'
import { SEARCH, useSearchOption } from './use-search-option'

interface AssigneeSelectProps extends ComponentProps<typeof NativeSelect> {
  organization: string
  assignees: readonly Person[]
}

/** A select of people after the given options. In a large organization its last option opens a search. */
export function AssigneeSelect({ organization, assignees, children, ...props }: AssigneeSelectProps) {
  const select = useRef<HTMLSelectElement>(null)
  const before = useRef('')
  const [found, setFound] = useState<Person>()
  const [searching, setSearching] = useState(false)
  const searchOption = useSearchOption(assignees)
  const isNew = found && !assignees.some(({ id }) => id === found.id)

  function choose(event: ChangeEvent<HTMLSelectElement>) {
    if (event.target.value !== SEARCH) {
      before.current = event.target.value
      return
    }
    // Not a choice yet, so the form around it isn't notified.
    event.stopPropagation()
    event.target.value = before.current
    setSearching(true)
  }

  function pick(person: Person) {
    flushSync(() => {
      setFound(person)
      setSearching(false)
    })
    if (!select.current) return
    select.current.value = person.id
    select.current.dispatchEvent(new Event('change', { bubbles: true }))
  }

  return (
    <>
      <NativeSelect
        {...props}
        ref={select}
        onFocus={(event) => {
          before.current = event.target.value
        }}
        onChange={choose}
      >
        {children}
        {(isNew ? [...assignees, found] : assignees).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {searchOption}
      </NativeSelect>
      {searchOption ? (
        <PersonSearch
          organization={organization}
          open={searching}
          onClose={() => setSearching(false)}
          onPick={pick}
        />
      ) : null}
    </>
  )
}
