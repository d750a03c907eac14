import { ReauthenticationField } from '@/components/reauthentication/reauthentication-field'
import { Alert } from '@/components/ui/alert'
import { refusalSentence } from '@/lib/refusal/refusal-sentence'

import type { FormState } from './form-state'

/** What went wrong with the form as a whole; errors of one field stand at that field. */
export function FormErrors({ state }: { state: FormState }) {
  const messages = state.serverError
    ? [refusalSentence(state.serverError)]
    : (state.validationErrors?.formErrors ?? [])
  if (messages.length === 0) {
    const fieldErrors = Object.values(state.validationErrors?.fieldErrors ?? {}).flat()
    if (fieldErrors.length === 0) return null
    return (
      <p role="alert" className="text-sm text-destructive">
        {fieldErrors.length === 1 ? 'One field needs another look.' : 'Some fields need another look.'}
      </p>
    )
  }
  return (
    <>
      <Alert role="alert" variant="destructive" tabIndex={-1} data-form-errors>
        {messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
        {state.serverError?.requestId ? (
          <p className="mt-1 text-xs text-muted-foreground">
            Request <code className="font-mono">{state.serverError.requestId}</code>
          </p>
        ) : null}
      </Alert>
      {wantsPassword(state) ? <ReauthenticationField /> : null}
    </>
  )
}

/** A wrong one that is about a field of the form is told there, and not here. */
function wantsPassword({ serverError }: FormState): boolean {
  return serverError?.code === 'FRESH_SESSION_REQUIRED' || serverError?.code === 'WRONG_PASSWORD'
}
