import type { ConflictCode, ConflictDetails } from '@kit/db/connection/conflict-error'

import { refusalSentence } from '@/lib/refusal/refusal-sentence'

/** The state of a form action. */
export interface FormState<Data = unknown> {
  data?: Data
  serverError?: {
    code: string
    message: string
    /** The cause of a `CONFLICT`. */
    reason?: ConflictCode
    details?: ConflictDetails
    /** The fields of an `EDIT_CONFLICT`. */
    conflicts?: readonly string[]
    requestId: string
    /** Whole seconds until a retry may succeed. The message includes it. */
    retryAfterSeconds?: number
    /** Typed values without secrets, for a page rendered without JavaScript. */
    values?: Record<string, string>
  }
  validationErrors?: {
    formErrors: string[]
    fieldErrors: Record<string, string[] | undefined>
    values?: Record<string, string>
  }
}

/** The state when the server can't be reached. */
export const unreachable: FormState<never> = {
  serverError: {
    code: 'UNREACHABLE',
    message: "Couldn't reach the server. Nothing you typed is lost. Check your connection and try again.",
    requestId: '',
  },
}

/** The state when the page is from an earlier deployment: its action is gone, so the page has to be reloaded. */
export const outdated = {
  serverError: {
    code: 'OUTDATED',
    message: 'Gatehouse was updated. Reload to continue.',
    requestId: '',
  },
} satisfies FormState<never>

/** Thrown by a `beforeSend` step that the user canceled or the browser doesn't support. The form shows the message. */
export class NotSent extends Error {
  override name = 'NotSent'
}

interface FormActions<Data> {
  /**
   * A `stateAction`. A method has looser parameter checks: each action narrows its state, and none reads the previous
   * state, which comes from the client.
   */
  stateAction(previous: FormState<Data>, formData: FormData): Promise<FormState<Data>>
}

export type FormAction<Data = unknown> = FormActions<Data>['stateAction']

/** Moves an error to the field its code is about. */
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

/** Whether someone else changed what the form edits. */
export function isEditConflict({ serverError }: FormState): boolean {
  return serverError?.code === 'EDIT_CONFLICT'
}
