'use client'

import { type RefObject, startTransition, useEffect, useState } from 'react'

import { VERSION_FIELD } from '@kit/action-middleware/input/version'

import { useFormUser } from '../form-user'
import { fillFields, nameOfForm, readFields } from './form-fields'
import { ANYONE, keepText, takeText } from './kept-text'

/** Restores what the user had typed into this form when their session ended, or when the app was updated. */
export function useKeptText(form: RefObject<HTMLFormElement | null>) {
  const user = useFormUser()
  const owner = user ?? ANYONE
  const [state, setState] = useState<{ isBack?: true; isKept?: true; version?: string }>({})

  useEffect(() => {
    const { current } = form
    const fields = current && takeText(owner, nameOfForm(current))
    if (!fields) return
    fillFields(current, fields)
    // The text is an edit of the values that were shown then.
    const version = fields.find(({ name }) => name === VERSION_FIELD)?.value
    startTransition(() => setState({ isBack: true, version }))
  }, [form, owner])

  /** Keeps what is in the form until the same user signs in again. */
  function keep(version: string | undefined): void {
    if (user) keepForReload(version)
  }

  /** Keeps what is in the form until the page is reloaded. */
  function keepForReload(version: string | undefined): void {
    const { current } = form
    const fields = current ? readFields(current) : []
    if (!current || fields.length === 0) return
    const seen = version === undefined ? [] : [{ name: VERSION_FIELD, value: version }]
    keepText(owner, nameOfForm(current), [...fields, ...seen])
    setState({ isKept: true })
  }

  /** Forgets it once the form has been sent. */
  function forget(): void {
    const { current } = form
    if (current && state.isKept) takeText(owner, nameOfForm(current))
  }

  return { ...state, keep, keepForReload, forget }
}
