'use client'

import { type FormEvent, type RefObject, useState } from 'react'

import type { Constraints } from '@/lib/input/constraint'

import { isControl, limitLength, validityMessage } from './validity-message'

/** Shows the browser's validation errors at the fields, in our wording. */
export function useBrowserErrors(form: RefObject<HTMLFormElement | null>, constraints: Constraints) {
  const [browserErrors, setBrowserErrors] = useState<Record<string, string>>({})

  /** For `invalid` events, which don't bubble: use the capture phase. */
  function noteInvalid(event: FormEvent<HTMLFormElement>) {
    if (!isControl(event.target)) return
    event.preventDefault()
    const control = event.target
    if (form.current?.querySelector(':invalid:not(fieldset)') === control) control.focus()
    setBrowserErrors((errors) => ({ ...errors, [control.name]: validityMessage(control) }))
  }

  /** For `input` events. Says at once that text is too long; other errors appear only on submit. Removes fixed ones. */
  function noteInput({ target }: FormEvent<HTMLFormElement>) {
    if (!isControl(target)) return
    if (limitLength(target, constraints[target.name]?.maxLength))
      setBrowserErrors((errors) => ({ ...errors, [target.name]: validityMessage(target) }))
    if (!(target.name in browserErrors) || !target.validity.valid) return
    setBrowserErrors((errors) =>
      Object.fromEntries(Object.entries(errors).filter(([name]) => name !== target.name)),
    )
  }

  return { browserErrors, noteInvalid, noteInput, forgetAll: () => setBrowserErrors({}) }
}
