'use client'

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from 'next/navigation'

import { StatusMessage } from './status-message'
import { Button } from './ui/button'
import { ButtonLink } from './ui/button-link'

interface Props {
  /** Its digest is Next's ID for the error, which is also in the server log. */
  error: Error & { digest?: string }
  retry: () => void
}

/** By the digests of `BusyError` and `TooManyReadsError`. */
const overloads = new Map([
  ['BUSY', { title: 'Busy, try again', text: 'Gatehouse is busy. Try again in a few seconds.' }],
  [
    'TOO_MANY_READS',
    {
      title: 'Too many requests',
      text: 'You opened many pages in a short time. Wait a minute, then try again.',
    },
  ],
])

/** Shown when a page fails. The cause is only in the server log. */
export function FailureMessage({ error, retry }: Props) {
  if (isUnrecognizedAction(error)) return <Outdated />
  const { digest } = error
  const overload = digest === undefined ? undefined : overloads.get(digest)
  return (
    <StatusMessage
      title={overload?.title ?? 'Something went wrong'}
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <ButtonLink href="/organizations" variant="ghost">
            Your organizations
          </ButtonLink>
        </>
      }
    >
      <p>{overload?.text ?? 'Your saved work is safe.'}</p>
      {digest && !overload ? (
        <p className="text-xs">
          Error ID: <code className="font-mono">{digest}</code>
        </p>
      ) : null}
    </StatusMessage>
  )
}

/** An action of an earlier deployment was called. */
function Outdated() {
  return (
    <StatusMessage
      title="Gatehouse was updated"
      actions={<Button onClick={() => window.location.reload()}>Reload</Button>}
    >
      <p>Reload to continue.</p>
    </StatusMessage>
  )
}
