'use client'

import { FailureMessage } from '@/components/failure-message'
import { Logo } from '@/components/logo'
import { Main } from '@/components/main'

interface Props {
  error: Error & { digest?: string }
  retry: () => void
}

export default function ErrorPage({ error, retry }: Props) {
  return (
    <>
      <header className="px-5 py-3 sm:px-8">
        <Logo />
      </header>
      <Main className="mx-auto max-w-md px-5 py-20">
        <FailureMessage error={error} retry={retry} />
      </Main>
    </>
  )
}
