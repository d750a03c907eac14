'use client'

import { StatusMessage } from './status-message'
import { Button } from './ui/button'
import { ButtonLink } from './ui/button-link'

interface Props {
  /** Next's name for the error; the same stands in the server's log. */
  digest?: string
  retry: () => void
}

/** What a page says when it failed. The cause is in the server's log and nowhere else. */
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
