import { StopForm } from './stop-form'

/** Replaces a page that needs a session when the impersonation is over: the session is nobody's until it is stopped. */
export function ImpersonationOver() {
  return (
    <div className="space-y-4">
      <h1 className="text-2xl font-semibold tracking-tight">Impersonation is over</h1>
      <p className="text-muted-foreground">
        Its time is up, or one of the two accounts has changed. Stop to continue as yourself.
      </p>
      <StopForm />
    </div>
  )
}
