'use client'

import { FailureMessage } from '@/components/failure-message'

interface Props {
  error: Error & { digest?: string }
  retry: () => void
}

/** Inside the organization's frame, so that the way to other pages stays. */
export default function ErrorPage({ error, retry }: Props) {
  return <FailureMessage digest={error.digest} retry={retry} />
}
