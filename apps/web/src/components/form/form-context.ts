'use client'

import { createContext, use } from 'react'

import type { Constraints } from '@/lib/input/constraint'

import type { FormState } from './form-state'

/** Adds values that are only known at submit. If it throws, nothing is sent. */
export type Preparation = (fields: FormData) => Promise<void>

interface FormContextValue {
  state: FormState
  pending: boolean
  constraints: Constraints
  /** Errors from the browser's validation, by field name. */
  browserErrors: Record<string, string>
  /** Registers a preparation for each submit. Returns a function that removes it. */
  beforeSend: (prepare: Preparation) => () => void
}

export const FormContext = createContext<FormContextValue>({
  state: {},
  pending: false,
  constraints: {},
  browserErrors: {},
  beforeSend: () => () => {},
})

export const noValues: Record<string, string> = {}

/** What was typed into a form of an earlier deployment, by field name. */
export const StaleValuesContext = createContext(noValues)

/** The bounds, errors and earlier value of a field. */
export function useField(name: string) {
  const { state, constraints, browserErrors } = use(FormContext)
  const errors = browserErrors[name]
    ? [browserErrors[name]]
    : (state.validationErrors?.fieldErrors[name] ?? [])
  const staleValues = use(StaleValuesContext)
  const values = state.validationErrors?.values ?? state.serverError?.values ?? staleValues
  return { bounds: constraints[name] ?? {}, errors, echoed: values[name] }
}

export function useForm() {
  return use(FormContext)
}
