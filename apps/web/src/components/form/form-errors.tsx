import { ReauthenticationField } from '@/components/reauthentication/reauthentication-field'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { refusalSentence } from '@/lib/refusal/refusal-sentence'
import { reportableRequestId } from '@/lib/refusal/reportable-request-id'

import { type FormState, outdated } from './form-state'
import { SignedOut } from './kept/signed-out'

/** Errors about the form as a whole. Errors about a field appear at the field. */
export function FormErrors({ state, isKept = false }: { state: FormState; isKept?: boolean }) {
  const messages = state.serverError
    ? [refusalSentence(state.serverError)]
    : (state.validationErrors?.formErrors ?? [])
  if (messages.length === 0) {
    const fieldErrors = Object.values(state.validationErrors?.fieldErrors ?? {}).flat()
    if (fieldErrors.length === 0) return null
    return (
      <p role="alert" className="text-sm text-destructive">
        {fieldErrors.length === 1 ? 'Fix the highlighted field.' : 'Fix the highlighted fields.'}
      </p>
    )
  }
  const requestId = reportableRequestId(state.serverError)
  return (
    <>
      <Alert role="alert" variant="destructive" tabIndex={-1} data-form-errors>
        {state.serverError?.code === 'UNAUTHORIZED' ? (
          <SignedOut isKept={isKept} />
        ) : (
          messages.map((message) => <p key={message}>{message}</p>)
        )}
        {state.serverError?.code === outdated.serverError.code ? (
          <Button variant="outline" className="mt-2" onClick={() => window.location.reload()}>
            Reload
          </Button>
        ) : null}
        {requestId ? (
          <p className="mt-1 text-xs text-muted-foreground">
            Request ID: <code className="font-mono">{requestId}</code>
          </p>
        ) : null}
      </Alert>
      {wantsPassword(state) ? <ReauthenticationField /> : null}
    </>
  )
}

/** True where a form without JavaScript has to ask for the password itself. */
function wantsPassword({ serverError }: FormState): boolean {
  return ['FRESH_SESSION_REQUIRED', 'WRONG_PASSWORD', 'WRONG_CODE'].includes(serverError?.code ?? '')
}
