import type { ConflictCode, ConflictDetails } from '@kit/db/connection/conflict-error'

import { refusalSentence } from '@/lib/refusal/refusal-sentence'

/** What a form action answers: one of the three, or nothing yet. */
export interface FormState<Data = unknown> {
  data?: Data
  serverError?: {
    code: string
    message: string
    /** What is in the way of a `CONFLICT`. */
    reason?: ConflictCode
    details?: ConflictDetails
    requestId: string
    /** Whole seconds after which the same may succeed; the message says it in words. */
    retryAfterSeconds?: number
    /** What was typed, secrets left out, so that a page rendered without JavaScript shows it again. */
    values?: Record<string, string>
  }
  validationErrors?: {
    formErrors: string[]
    fieldErrors: Record<string, string[] | undefined>
    values?: Record<string, string>
  }
}

/** What a form says when nobody answered. */
export const unreachable: FormState<never> = {
  serverError: {
    code: 'UNREACHABLE',
    message: "Couldn't reach the server. Nothing you typed is lost. Check your connection and try again.",
    requestId: '',
  },
}

interface FormActions<Data> {
  /**
   * A `stateAction`. Written as a method for its looser parameter check: each action narrows the state it answers, and
   * none reads the previous one, which is the caller's word.
   */
  stateAction(previous: FormState<Data>, formData: FormData): Promise<FormState<Data>>
}

export type FormAction<Data = unknown> = FormActions<Data>['stateAction']

/** A refusal whose code is about one field, told as an error of that field. */
export function atField<Data>(
  state: FormState<Data>,
  fieldOfCode: Record<string, string> = {},
): FormState<Data> {
  const { serverError } = state
  const field = serverError && fieldOfCode[serverError.code]
  if (!field) return state
  const message = refusalSentence(serverError)
  return {
    validationErrors: { formErrors: [], fieldErrors: { [field]: [message] }, values: serverError.values },
  }
}
