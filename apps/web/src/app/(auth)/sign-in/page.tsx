import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { getSession } from '@kit/auth/session/session'
import { Alert } from '@/components/ui/alert'
import { ProblemNotice } from '@/features/auth/components/problem-notice'
import { SignIn } from '@/features/auth/components/sign-in'
import { firstValue } from '@/lib/url/first-value'
import { redirectPath } from '@/lib/url/redirect-path'

export const metadata: Metadata = { title: 'Sign in' }

interface Props {
  searchParams: Promise<{
    next?: string | string[]
    deleted?: string
    ended?: string
    problem?: string | string[]
  }>
}

export default async function SignInPage({ searchParams }: Props) {
  const { next: wanted, deleted, ended, problem } = await searchParams
  const next = redirectPath(firstValue(wanted), '/organizations/open')
  if (await getSession()) redirect(next)
  return (
    <>
      {deleted === undefined ? null : (
        <output className="mb-8 block">
          <Alert variant="success">
            Your account has been deleted and you've been signed out everywhere.
          </Alert>
        </output>
      )}
      {ended === undefined ? null : (
        <output className="mb-8 block">
          <Alert variant="warning">
            Your sign-in has ended, because it took too long or had too many wrong codes. Start again.
          </Alert>
        </output>
      )}
      <ProblemNotice name={firstValue(problem)} />
      <SignIn next={next} />
    </>
  )
}
