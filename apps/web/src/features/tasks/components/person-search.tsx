'use client'

import { type ChangeEvent, useEffect, useRef, useState } from 'react'

import { callAction } from '@/components/form/call-action'
import { tooLongMessage } from '@/components/form/validity-message'
import { useAskForPassword } from '@/components/reauthentication/ask-for-password'
import { Dialog } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { SEARCH_LENGTH } from '@/lib/input/search-length'

import { searchAssigneesAction } from '../actions'
import type { Person } from './task-list-context'

const TYPING_PAUSE_MS = 250

interface PersonSearchProps {
  organization: string
  open: boolean
  onClose: () => void
  onPick: (person: Person) => void
}

/** Finds a person in a large organization by name. */
export function PersonSearch({ organization, open, onClose, onPick }: PersonSearchProps) {
  const [people, setPeople] = useState<Person[]>([])
  const [message, setMessage] = useState('')
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef('')
  const askForPassword = useAskForPassword()

  useEffect(() => () => clearTimeout(pause.current), [])

  async function find(search: string) {
    const outcome = await callAction(() => searchAssigneesAction({ organization, search }), askForPassword)
    // The reply to an earlier search can arrive late.
    if (latest.current !== search) return
    const found = 'refusal' in outcome ? [] : outcome.data.people
    setPeople(found)
    setMessage('refusal' in outcome ? outcome.refusal : found.length > 0 ? '' : 'No matching people')
  }

  function type(event: ChangeEvent<HTMLInputElement>) {
    // Not a field of the form around the dialog.
    event.stopPropagation()
    const search = event.target.value.trim()
    const error = tooLongMessage(search, SEARCH_LENGTH)
    latest.current = search
    clearTimeout(pause.current)
    if (error) return setMessage(error)
    if (search) pause.current = setTimeout(() => void find(search), TYPING_PAUSE_MS)
  }

  return (
    <Dialog open={open} onClose={onClose} title="Find a person">
      <Input
        type="search"
        aria-label="Name"
        placeholder="Name"
        autoComplete="off"
        onChange={type}
        onKeyDown={(event) => {
          // It would submit the form around the dialog.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <output className="mt-2 block min-h-5 text-muted-foreground">{message}</output>
      <ul aria-label="People" className="max-h-72 overflow-y-auto">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className="menu-item" onClick={() => onPick(person)}>
              {person.name}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
