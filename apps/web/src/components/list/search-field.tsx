'use client'

import { useSearchParams } from 'next/navigation'
import { type ChangeEvent, useId, useState } from 'react'

import { limitLength, tooLongMessage } from '@/components/form/validity-message'
import { Icon } from '@/components/icon/icon'
import { Input } from '@/components/ui/input'
import { SEARCH_LENGTH } from '@/lib/input/search-length'

interface SearchFieldProps {
  label: string
  defaultValue: string | undefined
  className?: string
}

/** The search field of a `FilterForm`, with a spinner while the list loads. Says when the text is too long to search for. */
export function SearchField({ label, defaultValue, className }: SearchFieldProps) {
  const id = useId()
  // The list drops a search that is too long. Its text stays here.
  const given = useSearchParams().get('search') ?? defaultValue ?? ''
  const [typed, setTyped] = useState({ given, text: given })
  const error = tooLongMessage(typed.given === given ? typed.text : given, SEARCH_LENGTH)

  function type({ target }: ChangeEvent<HTMLInputElement>) {
    limitLength(target, SEARCH_LENGTH)
    setTyped({ given, text: target.value })
  }

  return (
    <div className={className}>
      <div className="relative">
        <Icon name="search" className="search-icon" />
        <Icon name="loader-circle" className="search-pending" />
        <Input
          type="search"
          name="search"
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          placeholder={label}
          defaultValue={given}
          onChange={type}
          autoComplete="off"
          enterKeyHint="search"
          className="pl-9"
        />
      </div>
      {error ? (
        <p id={id} role="alert" className="mt-1.5 text-xs font-medium text-destructive">
          {error}
        </p>
      ) : null}
    </div>
  )
}
