'use client'

import { createContext, use } from 'react'

import { decisionsOn } from '@kit/action-middleware/input/version'
import type { Constraints } from '@/lib/input/constraint'

import type { FormState } from './form-state'

/** Adds values that are only known at submit. If it throws, nothing is sent. */
export type Preparation = (fields: FormData) => Promise<void>

interface FormContextValue {
  state: FormState
  pending: boolean
  /** What was typed, after a success that keeps the fields. */
  typed?: Record<string, string>
  constraints: Constraints
  /** The version of the page's values, in a form that edits something. */
  version?: string
  /** Counts how many times the fields took new values from the page. */
  generation?: number
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

/** What was typed into a form from an earlier deployment, by field name. */
export const StaleValuesContext = createContext(noValues)

/** The bounds, errors and earlier value of a field, and what to decide if someone else changed it too. */
export function useField(name: string) {
  const { state, constraints, browserErrors, version = '', generation = 0 } = use(FormContext)
  const isConflict = state.serverError?.conflicts?.includes(name) ?? false
  const errors = browserErrors[name]
    ? [browserErrors[name]]
    : isConflict
      ? ['Someone else changed this too. Keep your value or use theirs.']
      : (state.validationErrors?.fieldErrors[name] ?? [])
  const staleValues = use(StaleValuesContext)
  const typed = useTyped() ?? staleValues
  return {
    bounds: constraints[name] ?? {},
    errors,
    echoed: typed[name],
    decisions: isConflict ? decisionsOn(name, version) : undefined,
    generation,
    version,
  }
}

/** What was typed, for the page that answers a form sent without JavaScript. */
export function useTyped(): Record<string, string> | undefined {
  const { state, typed } = use(FormContext)
  return state.validationErrors?.values ?? state.serverError?.values ?? typed
}

export function useForm() {
  return use(FormContext)
}
