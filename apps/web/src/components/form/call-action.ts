import {
  unstable_isUnrecognizedActionError as isUnrecognizedAction,
  unstable_rethrow as rethrow,
} from 'next/navigation'

import type { AskForPassword } from '@/components/reauthentication/ask-for-password'
import { reauthenticatedCall } from '@/components/reauthentication/reauthenticated-call'

import { refusalSentence } from '@/lib/refusal/refusal-sentence'
import { reportableRequestId } from '@/lib/refusal/reportable-request-id'

import { type FormState, isEditConflict, outdated } from './form-state'

/** The result of a call: its data, or one sentence on why it failed. */
export type Outcome<Data> = { data: Data } | { refusal: string; isConflict?: true }

/** Calls a Server Action, asking for the password if needed. Every failure becomes one sentence. */
export async function callAction<Data>(
  call: () => Promise<FormState<Data>>,
  ask: AskForPassword,
): Promise<Outcome<Data>> {
  try {
    const { data, serverError, validationErrors } = await reauthenticatedCall(call, ask)
    if (serverError?.code === 'UNAUTHORIZED')
      return { refusal: 'You were signed out. Reload the page to sign in.' }
    if (serverError)
      return { refusal: describe(serverError), ...(isEditConflict({ serverError }) && { isConflict: true }) }
    const invalid = validationErrors && [
      ...validationErrors.formErrors,
      ...Object.values(validationErrors.fieldErrors).flatMap((errors) => errors ?? []),
    ]
    if (invalid)
      return { refusal: invalid[0] ?? "Some of the input isn't valid. Reload the page and try again." }
    // A chain that was cut short returns nothing, which must not count as success.
    return data === undefined
      ? { refusal: "The server didn't respond. Reload the page to see what was saved." }
      : { data }
  } catch (error) {
    rethrow(error)
    if (isUnrecognizedAction(error)) return { refusal: outdated.serverError.message }
    return {
      refusal: "Couldn't reach the server. Check your connection and try again.",
    }
  }
}

function describe(refusal: NonNullable<FormState['serverError']>): string {
  const sentence = refusalSentence(refusal)
  const requestId = reportableRequestId(refusal)
  return requestId ? `${sentence} Request ID: ${requestId}` : sentence
}
