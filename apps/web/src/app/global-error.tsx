'use client'

import './globals.css'

import { FailureMessage } from '@/components/failure-message'
import { Main } from '@/components/main'

interface Props {
  error: Error & { digest?: string }
  retry: () => void
}

/** Replaces the whole document when the root layout fails. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Gatehouse</title>
        <Main className="mx-auto max-w-md px-5 py-20">
          <FailureMessage error={error} retry={retry} />
        </Main>
      </body>
    </html>
  )
}
