'use client'

import { type FormEvent, type RefObject, useState } from 'react'

import { isControl, validityMessage } from './validity-message'

/** Shows the browser's validation errors at the fields, in our wording. */
export function useBrowserErrors(form: RefObject<HTMLFormElement | null>) {
  const [browserErrors, setBrowserErrors] = useState<Record<string, string>>({})

  /** For `invalid` events, which don't bubble: use the capture phase. */
  function noteInvalid(event: FormEvent<HTMLFormElement>) {
    if (!isControl(event.target)) return
    event.preventDefault()
    const control = event.target
    if (form.current?.querySelector(':invalid:not(fieldset)') === control) control.focus()
    setBrowserErrors((errors) => ({ ...errors, [control.name]: validityMessage(control) }))
  }

  /** For `input` events. Removes an error once it is fixed; new errors appear only on submit. */
  function forgetMended({ target }: FormEvent<HTMLFormElement>) {
    if (!isControl(target) || !(target.name in browserErrors) || !target.validity.valid) return
    setBrowserErrors((errors) =>
      Object.fromEntries(Object.entries(errors).filter(([name]) => name !== target.name)),
    )
  }

  return { browserErrors, noteInvalid, forgetMended, forgetAll: () => setBrowserErrors({}) }
}
