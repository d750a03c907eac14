'use client'

import { StatusMessage } from './status-message'
import { Button } from './ui/button'
import { ButtonLink } from './ui/button-link'

interface Props {
  /** Next's name for the error; the same stands in the server's log. */
  digest?: string
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

/** What a page says when it failed. The cause is in the server's log and nowhere else. */
export function FailureMessage({ digest, retry }: Props) {
  const overload = digest === undefined ? undefined : overloads.get(digest)
  return (
    <StatusMessage
      title={overload?.title ?? 'Something went wrong on our side'}
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <ButtonLink href="/organizations" variant="ghost">
            Your organizations
          </ButtonLink>
        </>
      }
    >
      <p>{overload?.text ?? 'Nothing that you saved is lost.'}</p>
      {digest && !overload ? (
        <p className="text-xs">
          Reference <code className="font-mono">{digest}</code>
        </p>
      ) : null}
    </StatusMessage>
  )
}
