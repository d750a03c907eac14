import { StopForm } from './stop-form'

/**
 * Replaces a page that needs a session once the impersonation has ended. The session acts for no one until the admin stops it.
 */
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
