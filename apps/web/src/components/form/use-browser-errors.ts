'use client'

import { type FormEvent, type RefObject, useState } from 'react'

import { isControl, validityMessage } from './validity-message'

/** The browser's own validation, told at the fields in our words instead of in its bubbles. */
export function useBrowserErrors(form: RefObject<HTMLFormElement | null>) {
  const [browserErrors, setBrowserErrors] = useState<Record<string, string>>({})

  /** For `invalid` events in the capture phase: they do not bubble. */
  function noteInvalid(event: FormEvent<HTMLFormElement>) {
    if (!isControl(event.target)) return
    event.preventDefault()
    const control = event.target
    if (form.current?.querySelector(':invalid:not(fieldset)') === control) control.focus()
    setBrowserErrors((errors) => ({ ...errors, [control.name]: validityMessage(control) }))
  }

  /** For `input` events: an error goes as soon as it is mended, and comes only when the form is sent. */
  function forgetMended({ target }: FormEvent<HTMLFormElement>) {
    if (!isControl(target) || !(target.name in browserErrors) || !target.validity.valid) return
    setBrowserErrors((errors) =>
      Object.fromEntries(Object.entries(errors).filter(([name]) => name !== target.name)),
    )
  }

  return { browserErrors, noteInvalid, forgetMended, forgetAll: () => setBrowserErrors({}) }
}
