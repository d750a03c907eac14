'use client'

import { createContext, use } from 'react'

import type { Constraints } from '@/lib/input/constraint'

import type { FormState } from './form-state'

/** Puts into the fields what can only be known when they are sent. While it throws, nothing is sent. */
export type Preparation = (fields: FormData) => Promise<void>

interface FormContextValue {
  state: FormState
  pending: boolean
  constraints: Constraints
  /** What the browser itself found wrong, by field; shown at once, before the server is asked. */
  browserErrors: Record<string, string>
  /** Asks for a preparation at every send by script. Returns what takes it back. */
  beforeSend: (prepare: Preparation) => () => void
}

export const FormContext = createContext<FormContextValue>({
  state: {},
  pending: false,
  constraints: {},
  browserErrors: {},
  beforeSend: () => () => {},
})

/** What a field needs to know of its form: its bounds, its errors, and what was typed before. */
export function useField(name: string) {
  const { state, constraints, browserErrors } = use(FormContext)
  const errors = browserErrors[name]
    ? [browserErrors[name]]
    : (state.validationErrors?.fieldErrors[name] ?? [])
  const values = state.validationErrors?.values ?? state.serverError?.values
  return { bounds: constraints[name] ?? {}, errors, echoed: values?.[name] }
}

export function useForm() {
  return use(FormContext)
}
