'use client'

import { StatusMessage } from './status-message'
import { Button } from './ui/button'
import { ButtonLink } from './ui/button-link'

interface Props {
  /** Next's ID for the error, also in the server log. */
  digest?: string
  retry: () => void
}

/** Shown when a page fails. The cause is only in the server log. */
export function FailureMessage({ digest, retry }: Props) {
  return (
    <StatusMessage
      title="Something went wrong"
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <ButtonLink href="/organizations" variant="ghost">
            Your organizations
          </ButtonLink>
        </>
      }
    >
      <p>Your saved work is safe.</p>
      {digest ? (
        <p className="text-xs">
          Error ID: <code className="font-mono">{digest}</code>
        </p>
      ) : null}
    </StatusMessage>
  )
}
