'use client'

import { type RefObject, startTransition, useEffect, useState } from 'react'

import { VERSION_FIELD } from '@kit/action-middleware/input/version'

import { fillFields, nameOfForm, readFields } from './form-fields'
import { useKeptOwner } from './kept-owner'
import { keepText, takeText } from './kept-text'

/** Brings back what the user had typed into this form when their session ended. */
export function useKeptText(form: RefObject<HTMLFormElement | null>) {
  const owner = useKeptOwner()
  const [state, setState] = useState<{ isBack?: true; isKept?: true; version?: string }>({})

  useEffect(() => {
    const { current } = form
    const fields = owner && current && takeText(owner, nameOfForm(current))
    if (!fields) return
    fillFields(current, fields)
    // What was typed belongs to the values that were seen then.
    const version = fields.find(({ name }) => name === VERSION_FIELD)?.value
    startTransition(() => setState({ isBack: true, version }))
  }, [form, owner])

  /** Keeps what is in the form until the same user signs in again. */
  function keep(version: string | undefined): void {
    const { current } = form
    const fields = current ? readFields(current) : []
    if (!owner || !current || fields.length === 0) return
    const seen = version === undefined ? [] : [{ name: VERSION_FIELD, value: version }]
    keepText(owner, nameOfForm(current), [...fields, ...seen])
    setState({ isKept: true })
  }

  /** Forgets it once the form has been sent. */
  function forget(): void {
    const { current } = form
    if (owner && current && state.isKept) takeText(owner, nameOfForm(current))
  }

  return { ...state, keep, forget }
}
