import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { getSession } from '@kit/auth/session'
import { SignIn } from '@/features/auth/components/sign-in'
import { firstValue } from '@/lib/first-value'
import { redirectPath } from '@/lib/redirect-path'

export const metadata: Metadata = { title: 'Sign in' }

interface Props {
  searchParams: Promise<{ next?: string | string[] }>
}

export default async function SignInPage({ searchParams }: Props) {
  const next = redirectPath(firstValue((await searchParams).next), '/organizations')
  if (await getSession()) redirect(next)
  return <SignIn next={next} />
}
