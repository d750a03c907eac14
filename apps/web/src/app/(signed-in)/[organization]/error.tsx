'use client'

import { FailureMessage } from '@/components/failure-message'

interface Props {
  error: Error & { digest?: string }
  retry: () => void
}

/** Keeps the organization's navigation visible. */
export default function ErrorPage({ error, retry }: Props) {
  return <FailureMessage error={error} retry={retry} />
}
